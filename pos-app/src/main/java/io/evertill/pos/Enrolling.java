package io.evertill.pos;

import io.evertill.db.Database;
import io.evertill.db.Terminals;
import io.evertill.ledger.Meta;
import io.evertill.link.CentreAddress;
import io.evertill.link.HttpLink;
import io.evertill.link.Trust;
import io.evertill.register.Register;
import io.evertill.wire.Ed25519;
import io.evertill.wire.Enrolment;
import io.evertill.wire.EnrolmentFile;
import java.io.UncheckedIOException;
import java.util.Optional;

/// Makes a till somebody: with a one-time code or an enrolment file at a centre, or by itself for a till that has none (protocol 2.12).
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

    /// How a centre is asked.
    ///
    /// @param caPem the certificates to believe from now on, empty for those that the system knows; no value leaves those of the folder
    /// @param place who this till is to be, where somebody said so beforehand
    private record Call(String url, String code, Optional<String> caPem, Optional<Place> place) {}

    private record Place(String store, String till) {
        boolean isOf(Terminals.Identity identity) {
            return store.equals(identity.branch()) && till.equals(identity.till());
        }

        @Override
        public String toString() {
            return "till " + till + " of store " + store;
        }
    }

    /// Enrols at a centre with a one-time code; a till that is enrolled already keeps its identity and leaves the code.
    ///
    /// @param url where the centre is
    /// @throws io.evertill.db.StorageFailure when the ledger cannot be opened
    public Result atCentre(String url, String code) {
        return atCentre(new Call(url, code, Optional.empty(), Optional.empty()));
    }

    private Result atCentre(Call call) {
        try {
            Optional<Terminals.Identity> known = identity();
            if (known.isPresent()) {
                return known.get().centreUrl().isEmpty()
                        ? new Result.Refused("This till keeps its ledger without a centre, as " + known.get().till() + " in store "
                                + known.get().branch() + ". A ledger does not change its owner: enrol an empty folder.")
                        : new Result.Known(known.get());
            }
            return folder.grant().map(grant -> interrupted(grant, call)).orElseGet(() -> ask(call));
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
    /// @param caPem the certificates to believe from now on; empty to go on believing those that it believes
    /// @throws io.evertill.db.StorageFailure when the ledger cannot be opened
    public Result again(String url, String code, Optional<String> caPem) {
        return again(new Call(url, code, caPem, Optional.empty()));
    }

    private Result again(Call call) {
        try {
            Optional<Terminals.Identity> known = identity().filter(identity -> !identity.centreUrl().isEmpty());
            return known.map(identity -> renew(identity, call)).orElseGet(() -> atCentre(call));
        } catch (UncheckedIOException e) {
            return notKept(e);
        }
    }

    /// Enrols by a file, with the certificates that it brings. A till that is enrolled already renews token and trust when the file is
    /// for it; the file of another till is refused and its code not used.
    ///
    /// @throws io.evertill.db.StorageFailure when the ledger cannot be opened
    public Result byFile(EnrolmentFile file) {
        Call call;
        try {
            if (!file.caPem().isBlank()) {
                Trust.requirePem(file.caPem());
            }
            call = new Call(CentreAddress.written(file.url()), file.code(), Optional.of(file.caPem()),
                    Optional.of(new Place(file.store(), file.till())));
        } catch (IllegalArgumentException e) {
            return new Result.Refused(brought(file, String.valueOf(e.getMessage())));
        }
        Optional<Terminals.Identity> other = identity().filter(known -> !call.place().orElseThrow().isOf(known));
        return other.<Result>map(known -> new Result.Refused("The enrolment file is for " + call.place().orElseThrow()
                        + ", this folder is till " + known.till() + " of store " + known.branch()
                        + " and stays it. Nothing was changed and the file's code was not used: enrol an empty folder with it."))
                .orElseGet(() -> again(call));
    }

    /// Whether the folder is no till yet, also after an enrolment that was interrupted.
    ///
    /// @throws io.evertill.db.StorageFailure when the ledger cannot be opened
    public boolean isNobody() {
        return identity().isEmpty();
    }

    private static String brought(EnrolmentFile file, String trouble) {
        return trouble.startsWith("holds") || trouble.startsWith("is larger")
                ? "The caPem of the enrolment file " + trouble + ". Copy the file again from the centre."
                : "The url of the enrolment file, " + file.url() + ", cannot be used. " + trouble;
    }

    /// The centre granted before something went wrong: it need not be asked again.
    private Result interrupted(Enrolment.Grant grant, Call call) {
        return strange(grant, call).orElseGet(() -> new Result.Enrolled(keep(grant, call.url())));
    }

    /// A code that stands for another place than was said.
    private static Optional<Result> strange(Enrolment.Grant grant, Call call) {
        return call.place()
                .filter(place -> !place.equals(new Place(grant.branch(), grant.till())))
                .map(place -> new Result.Refused("The enrolment file says " + place + ", but its code stands for till " + grant.till()
                        + " of store " + grant.branch() + ". Nothing was kept; get a fresh file from the centre."));
    }

    private Trust trust(Call call) {
        return call.caPem()
                .map(pem -> pem.isBlank() ? Trust.system(machine.clock()) : Trust.parse(pem, machine.clock()))
                .orElseGet(() -> folder.trust(machine.clock()));
    }

    /// What was granted is on the disk before the ledger names the till: first whom to believe, then the token.
    private Result.Enrolled settle(Enrolment.Grant grant, Call call) {
        call.caPem().ifPresent(folder::keepTrust);
        folder.keep(grant);
        return new Result.Enrolled(keep(grant, call.url()));
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

    private Result renew(Terminals.Identity identity, Call call) {
        Ed25519.Keys keys = folder.keys().orElseGet(this::fresh);
        try (HttpLink link = new HttpLink(call.url(), "", trust(call))) {
            return switch (link.enrol(new Enrolment.Request(call.code().strip(), keys.open()))) {
                case Enrolment.Answer.Granted(Enrolment.Grant grant) when grant.terminal().equals(identity.terminal()) ->
                        settle(grant, call);
                case Enrolment.Answer.Granted(Enrolment.Grant grant) -> new Result.Refused("The code is for till " + grant.till()
                        + " of store " + grant.branch() + ", this folder is till " + identity.till() + " of store "
                        + identity.branch() + " and stays it. Enrol an empty folder with another code.");
                case Enrolment.Answer.Refused(String sentence) -> new Result.Refused(
                        "This folder is till " + identity.till() + " of store " + identity.branch() + " and stays it. " + sentence);
                case Enrolment.Answer.Unreachable(String cause) ->
                        new Result.Unreachable(unreachable(call.url(), cause));
            };
        }
    }

    private Result ask(Call call) {
        Ed25519.Keys keys = folder.keys().orElseGet(this::fresh);
        try (HttpLink link = new HttpLink(call.url(), "", trust(call))) {
            return switch (link.enrol(new Enrolment.Request(call.code().strip(), keys.open()))) {
                case Enrolment.Answer.Granted(Enrolment.Grant grant) ->
                        strange(grant, call).orElseGet(() -> settle(grant, call));
                case Enrolment.Answer.Refused(String sentence) -> new Result.Refused(sentence);
                case Enrolment.Answer.Unreachable(String cause) ->
                        new Result.Unreachable(unreachable(call.url(), cause));
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
