package io.evertill.pos;

import io.evertill.db.Database;
import io.evertill.db.Terminals;
import io.evertill.ledger.Meta;
import io.evertill.link.HttpLink;
import io.evertill.register.Register;
import io.evertill.wire.Ed25519;
import io.evertill.wire.Enrolment;
import java.io.UncheckedIOException;
import java.util.Optional;

/// Makes a till somebody: with a one-time code at a centre, or by itself for a till that has none (protocol 2.12).
///
/// The key pair is made here and its secret half never leaves the folder. What the centre grants is on the disk before the
/// ledger names this till, so an interruption at any moment is mended by doing it again.
public final class Enrolling {
    private final DataFolder folder;
    private final Machine machine;

    /// Enrols the till of a folder.
    public Enrolling(DataFolder folder, Machine machine) {
        this.folder = folder;
        this.machine = machine;
    }

    /// What became of an enrolment.
    public sealed interface Result {
        /// This till is now known under this identity.
        record Enrolled(Terminals.Identity identity) implements Result {}

        /// It was known before; nothing was changed and the code was not used.
        record Known(Terminals.Identity identity) implements Result {}

        /// The centre refused, or the till may not be enrolled; nothing was changed.
        record Refused(String sentence) implements Result {}

        /// No centre answered; nothing was changed.
        record Unreachable(String sentence) implements Result {}

        /// The folder did not take it.
        record NotKept(String sentence) implements Result {}
    }

    /// Enrols at a centre with a one-time code; a till that is enrolled already keeps its identity and leaves the code.
    ///
    /// @param url where the centre is
    /// @throws io.evertill.db.StorageFailure when the ledger cannot be opened
    public Result atCentre(String url, String code) {
        try {
            Optional<Terminals.Identity> known = identity();
            if (known.isPresent()) {
                return known.get().centreUrl().isEmpty()
                        ? new Result.Refused("This till keeps its ledger without a centre, as " + known.get().till() + " in store "
                                + known.get().branch() + ". A ledger does not change its owner: enrol an empty folder.")
                        : new Result.Known(known.get());
            }
            return folder.grant().<Result>map(grant -> new Result.Enrolled(keep(grant, url)))
                    .orElseGet(() -> ask(url, code));
        } catch (UncheckedIOException e) {
            return notKept(e);
        } catch (IllegalArgumentException e) {
            return new Result.Refused(String.valueOf(e.getMessage()));
        }
    }

    /// Enrols at a centre also when this till is enrolled already: a fresh code for the same place renews its token, and its
    /// identity and ledger stay.
    ///
    /// @param url where the centre is
    /// @throws io.evertill.db.StorageFailure when the ledger cannot be opened
    public Result again(String url, String code) {
        try {
            Optional<Terminals.Identity> known = identity().filter(identity -> !identity.centreUrl().isEmpty());
            return known.map(identity -> renew(identity, url, code)).orElseGet(() -> atCentre(url, code));
        } catch (UncheckedIOException e) {
            return notKept(e);
        }
    }

    /// Makes a till that belongs to no centre; one that is somebody already stays who it is.
    ///
    /// @param till its name, such as `T1`
    public Result alone(String branch, String till) {
        Optional<Terminals.Identity> known = identity();
        if (known.isPresent()) {
            return new Result.Known(known.get());
        }
        Terminals.Identity identity = new Terminals.Identity("local-" + machine.ids().get(), branch, till, "");
        return new Result.Enrolled(name(identity));
    }

    private Result notKept(UncheckedIOException e) {
        return new Result.NotKept("The till's key could not be kept in " + folder.path() + ": " + SecretFile.cause(e)
                + ". Nothing was enrolled; check the folder's permissions and space.");
    }

    private Result renew(Terminals.Identity identity, String url, String code) {
        Ed25519.Keys keys = folder.keys().orElseGet(this::fresh);
        try (HttpLink link = new HttpLink(url, "")) {
            return switch (link.enrol(new Enrolment.Request(code.strip(), keys.open()))) {
                case Enrolment.Answer.Granted(Enrolment.Grant grant) when grant.terminal().equals(identity.terminal()) -> {
                    folder.keep(grant);
                    yield new Result.Enrolled(keep(grant, url));
                }
                case Enrolment.Answer.Granted(Enrolment.Grant grant) -> new Result.Refused("The code is for till " + grant.till()
                        + " of store " + grant.branch() + ", this folder is till " + identity.till() + " of store "
                        + identity.branch() + " and stays it. Enrol an empty folder with another code.");
                case Enrolment.Answer.Refused(String sentence) -> new Result.Refused(
                        "This folder is till " + identity.till() + " of store " + identity.branch() + " and stays it. " + sentence);
                case Enrolment.Answer.Unreachable(String cause) ->
                        new Result.Unreachable(unreachable(url, cause));
            };
        }
    }

    private Result ask(String url, String code) {
        Ed25519.Keys keys = folder.keys().orElseGet(this::fresh);
        try (HttpLink link = new HttpLink(url, "")) {
            return switch (link.enrol(new Enrolment.Request(code.strip(), keys.open()))) {
                case Enrolment.Answer.Granted(Enrolment.Grant grant) -> {
                    folder.keep(grant);
                    yield new Result.Enrolled(keep(grant, url));
                }
                case Enrolment.Answer.Refused(String sentence) -> new Result.Refused(sentence);
                case Enrolment.Answer.Unreachable(String cause) ->
                        new Result.Unreachable(unreachable(url, cause));
            };
        }
    }

    private static String unreachable(String url, String cause) {
        return "The centre at " + url + " cannot be reached: " + cause
                + " Nothing was enrolled; check the address and that the centre runs, then try again.";
    }

    private Ed25519.Keys fresh() {
        Ed25519.Keys keys = Ed25519.generate();
        folder.keep(keys);
        return keys;
    }

    private Terminals.Identity keep(Enrolment.Grant grant, String url) {
        return name(new Terminals.Identity(grant.terminal(), grant.branch(), grant.till(), url));
    }

    private Terminals.Identity name(Terminals.Identity identity) {
        try (Database db = Database.till(folder.database(), machine.clock())) {
            Register register = new Register(db,
                    at -> new Meta.Stamp(at.toEpochMilli(), machine.monoMs().getAsLong(), machine.boot(), Optional.empty()),
                    machine.ids());
            folder.share();
            register.enrol(identity);
        }
        return identity;
    }

    private Optional<Terminals.Identity> identity() {
        if (!DataFolder.holdsTill(folder.path())) {
            return Optional.empty();
        }
        try (Database db = Database.till(folder.database(), machine.clock())) {
            return db.read(tx -> tx.terminal().identity());
        }
    }
}
