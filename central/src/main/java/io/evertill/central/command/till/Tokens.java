package io.evertill.central.command.till;

import io.evertill.central.office.Refusal;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/// The options that let somebody in by a token, list who has one, and take it back: the same for programs and for people.
final class Tokens {
    @Option(names = "--name", paramLabel = "NAME", description = "Whom it is for, such as web or Bea.")
    private Optional<String> name = Optional.empty();

    @Option(names = "--revoke", description = "Takes it back: it opens nothing any more.")
    private boolean isRevoke;

    /// Those who have one.
    interface Holders {
        /// What one of them is called in a sentence, such as `client web`.
        String title(String name);

        /// All of them, a line each.
        List<String> lines();

        /// Makes a token.
        ///
        /// @throws IllegalArgumentException when none can be made
        Made make(String name);

        /// Takes it back; answers false when there is none.
        boolean revoke(String name);
    }

    /// A token that was made.
    ///
    /// @param whose in words
    record Made(String whose, String token) {}

    /// Does what the options say.
    ///
    /// @param command its name, which lists
    void run(String command, Holders holders, PrintWriter out) {
        if (name.isEmpty() && isRevoke) {
            throw new Refusal(Refusal.Kind.USAGE, "Say whom to revoke: --name NAME.");
        } else if (name.isEmpty()) {
            holders.lines().forEach(out::println);
        } else if (!isRevoke) {
            Made made = make(holders, name.get());
            out.println("This is the key of " + made.whose() + ". It is shown this once.");
            out.println(made.token());
        } else if (holders.revoke(name.get())) {
            out.println("The key of " + holders.title(name.get()) + " is revoked.");
        } else {
            throw new Refusal(Refusal.Kind.USAGE, "There is no key of " + holders.title(name.get())
                    + " that could be revoked. The command " + command + " lists them.");
        }
    }

    private static Made make(Holders holders, String name) {
        try {
            return holders.make(name);
        } catch (IllegalArgumentException e) {
            throw new Refusal(Refusal.Kind.USAGE, "This key cannot be made: " + e.getMessage() + ".");
        }
    }
}
