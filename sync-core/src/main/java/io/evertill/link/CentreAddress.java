package io.evertill.link;

import java.net.InetAddress;
import java.net.UnknownHostException;
import okhttp3.HttpUrl;

/// Where a centre is spoken to: in clear text on this machine alone.
public final class CentreAddress {
    private CentreAddress() {}

    /// A centre's address as it is written best.
    ///
    /// @throws IllegalArgumentException when it is none, or clear text would leave this machine; says what to write instead
    public static String written(String url) {
        return parse(url).toString();
    }

    static HttpUrl parse(String url) {
        HttpUrl parsed = HttpUrl.parse(url);
        if (parsed == null) {
            throw new IllegalArgumentException(
                    "'" + url + "' is no address of a centre. Write it like http://127.0.0.1:8480 or https://centre.example.");
        }
        if (!parsed.isHttps() && !isLoopback(parsed.host())) {
            throw new IllegalArgumentException("The centre at " + parsed.host()
                    + " would be spoken to in clear text. Use https:// for any machine but this one.");
        }
        return parsed;
    }

    private static boolean isLoopback(String host) {
        if (!host.equals("localhost") && !host.matches("[0-9.]+") && !host.contains(":")) {
            return false;
        }
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException _) {
            return false;
        }
    }
}
