package io.evertill.central.route;

import io.javalin.http.Context;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The bearer token of a request (RFC 6750).
final class Bearer {
    private static final String SCHEME = "Bearer ";
    private static final int TOKEN_LENGTH_MAX = 200;

    private Bearer() {}

    /// The token; empty when there is none.
    static Optional<String> token(Context context) {
        @Nullable String header = context.header("Authorization");
        return Optional.ofNullable(header)
                .filter(text -> text.regionMatches(true, 0, SCHEME, 0, SCHEME.length()) && text.length() <= TOKEN_LENGTH_MAX)
                .map(text -> text.substring(SCHEME.length()).strip());
    }
}
