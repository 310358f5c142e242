package io.evertill.central.command.till;

import io.evertill.central.command.Where;
import io.evertill.central.command.Workplace;
import io.evertill.central.office.Office;
import io.evertill.db.Staff;
import io.evertill.person.Role;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `person`: gives a person a role and a key to act over HTTP, and takes it back.
@Command(name = "person", mixinStandardHelpOptions = true,
        description = {
            "Makes a key for a person, who may then act over HTTP: a CLERK asks for goods, handles and counts them and sees red"
                    + " cards; a MANAGER decides as well. The name stands beside everything done with the key. The key is shown this"
                    + " once; made again, the one before is worth nothing.",
            "With --store the person acts in that store only; with --valid the key ends by itself.",
            "Without --name it lists the people who have one.",
        })
public final class PersonCommand implements Callable<Integer> {
    private final Workplace workplace;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private Where where = new Where();

    @Mixin
    private Tokens tokens = new Tokens();

    @Option(names = "--role", paramLabel = "ROLE", description = "${COMPLETION-CANDIDATES}. Otherwise CLERK.")
    private Role role = Role.CLERK;

    @Option(names = "--store", paramLabel = "STORE", description = "The only store in which the person may act. Otherwise all.")
    private Optional<String> store = Optional.empty();

    @Option(names = "--valid", paramLabel = "TIME", description = "How long the key is valid: 8h, 90d. Otherwise until it is revoked.")
    private Optional<Duration> valid = Optional.empty();

    public PersonCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        try (Office office = Office.find(where.settings(workplace.environment()), workplace.machine())) {
            tokens.run("person", new People(office, role, store, valid), spec.commandLine().getOut());
            return 0;
        }
    }

    private record People(Office office, Role role, Optional<String> store, Optional<Duration> valid) implements Tokens.Holders {
        @Override
        public String title(String name) {
            return name;
        }

        @Override
        public List<String> lines() {
            return office.db().read(tx -> tx.staff().all()).stream()
                    .map(member -> member.name() + "  " + member.role()
                            + member.store().map(only -> "  only in store " + only).orElse("") + "  since " + member.madeAt()
                            + member.expiresAt().map(at -> ", until " + at).orElse("")
                            + member.revokedAt().map(at -> ", revoked " + at).orElse(""))
                    .toList();
        }

        @Override
        public Tokens.Made make(String name) {
            String key = office.admission().key(name, new Staff.Grant(role, store, valid));
            return new Tokens.Made(name + ", " + role + store.map(only -> ", only in store " + only).orElse(""), key);
        }

        @Override
        public boolean revoke(String name) {
            return office.admission().revokeMember(name);
        }
    }
}
