package io.evertill.central.command.till;

import io.evertill.central.command.Where;
import io.evertill.central.command.Workplace;
import io.evertill.central.office.Office;
import io.evertill.central.office.Refusal;
import io.evertill.db.Clients;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `client`: lets a web shop or another program reserve, and ends that.
@Command(name = "client", mixinStandardHelpOptions = true,
        description = {
            "Makes a token for a web shop or another program, which may then ask what can be sold and reserve it. It is shown this"
                    + " once; made again, the one before is worth nothing.",
            "Without --name it lists the clients.",
        })
public final class ClientCommand implements Callable<Integer> {
    private final Workplace workplace;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private Where where = new Where();

    @Option(names = "--name", paramLabel = "NAME", description = "The client's name, such as web.")
    private Optional<String> name = Optional.empty();

    @Option(names = "--revoke", description = "Revokes the client: it may do nothing any more.")
    private boolean isRevoke;

    public ClientCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        try (Office office = Office.find(where.settings(workplace.environment()), workplace.machine())) {
            PrintWriter out = spec.commandLine().getOut();
            if (name.isEmpty()) {
                if (isRevoke) {
                    throw new Refusal(Refusal.Kind.USAGE, "Say whom to revoke: --name NAME.");
                }
                office.db().read(tx -> tx.clients().all()).forEach(client -> out.println(line(client)));
            } else if (isRevoke) {
                revoke(office, name.get());
                out.println("Client " + name.get() + " is revoked.");
            } else {
                String token = token(office, name.get());
                out.println("This is the token of client " + name.get() + ". It is shown this once.");
                out.println(token);
            }
            return 0;
        }
    }

    private static String line(Clients.Client client) {
        return client.name() + "  since " + client.madeAt() + client.revokedAt().map(at -> ", revoked " + at).orElse("");
    }

    private static void revoke(Office office, String client) {
        if (!office.admission().revokeClient(client)) {
            throw new Refusal(Refusal.Kind.USAGE,
                    "There is no client " + client + " that could be revoked. The command client lists them.");
        }
    }

    private static String token(Office office, String client) {
        try {
            return office.admission().client(client);
        } catch (IllegalArgumentException e) {
            throw new Refusal(Refusal.Kind.USAGE, "This client cannot be made: " + e.getMessage() + ".");
        }
    }
}
