package io.evertill.central.command.till;

import io.evertill.central.command.Where;
import io.evertill.central.command.Workplace;
import io.evertill.central.office.Office;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private Tokens tokens = new Tokens();

    public ClientCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        try (Office office = Office.find(where.settings(workplace.environment()), workplace.machine())) {
            tokens.run("client", new Clients(office), spec.commandLine().getOut());
            return 0;
        }
    }

    private record Clients(Office office) implements Tokens.Holders {
        @Override
        public String title(String name) {
            return "client " + name;
        }

        @Override
        public List<String> lines() {
            return office.db().read(tx -> tx.clients().all()).stream()
                    .map(client -> client.name() + "  since " + client.madeAt()
                            + client.revokedAt().map(at -> ", revoked " + at).orElse(""))
                    .toList();
        }

        @Override
        public Tokens.Made make(String name) {
            return new Tokens.Made(title(name), office.admission().client(name));
        }

        @Override
        public boolean revoke(String name) {
            return office.admission().revokeClient(name);
        }
    }
}
