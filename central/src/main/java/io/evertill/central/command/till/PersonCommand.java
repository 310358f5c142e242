package io.evertill.central.command.till;

import io.evertill.central.command.Where;
import io.evertill.central.command.Workplace;
import io.evertill.central.office.Office;
import io.evertill.central.office.Refusal;
import io.evertill.db.Staff;
import io.evertill.person.Role;
import java.io.PrintWriter;
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
            "Without --name it lists the people who have one.",
        })
public final class PersonCommand implements Callable<Integer> {
    private final Workplace workplace;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private Where where = new Where();

    @Option(names = "--name", paramLabel = "NAME", description = "The person's name.")
    private Optional<String> name = Optional.empty();

    @Option(names = "--role", paramLabel = "ROLE", description = "${COMPLETION-CANDIDATES}. Otherwise CLERK.")
    private Role role = Role.CLERK;

    @Option(names = "--revoke", description = "Takes the key back.")
    private boolean isRevoke;

    public PersonCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        try (Office office = Office.find(where.settings(workplace.environment()), workplace.machine())) {
            PrintWriter out = spec.commandLine().getOut();
            if (name.isEmpty()) {
                if (isRevoke) {
                    throw new Refusal(Refusal.Kind.USAGE, "Say whose key: --name NAME.");
                }
                office.db().read(tx -> tx.staff().all()).forEach(member -> out.println(line(member)));
            } else if (isRevoke) {
                revoke(office, name.get());
                out.println("The key of " + name.get() + " is revoked.");
            } else {
                String key = key(office, name.get(), role);
                out.println("This is the key of " + name.get() + ", " + role + ". It is shown this once.");
                out.println(key);
            }
            return 0;
        }
    }

    private static String line(Staff.Member member) {
        return member.name() + "  " + member.role() + "  since " + member.madeAt()
                + member.revokedAt().map(at -> ", revoked " + at).orElse("");
    }

    private static void revoke(Office office, String name) {
        if (!office.admission().revokeMember(name)) {
            throw new Refusal(Refusal.Kind.USAGE, name + " has no key that could be revoked. The command person lists them.");
        }
    }

    private static String key(Office office, String name, Role role) {
        try {
            return office.admission().key(name, role);
        } catch (IllegalArgumentException e) {
            throw new Refusal(Refusal.Kind.USAGE, "This key cannot be made: " + e.getMessage() + ".");
        }
    }
}
