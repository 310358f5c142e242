package io.evertill.ingest;

import io.evertill.db.Clients;
import io.evertill.db.Database;
import io.evertill.db.Staff;
import io.evertill.db.Tills;
import io.evertill.db.Tx;
import io.evertill.ledger.Bytes;
import io.evertill.ledger.Hash;
import io.evertill.reservation.Step;
import io.evertill.sale.ReceiptNumber;
import io.evertill.stock.Wording;
import io.evertill.wire.Enrolment;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Lets tills in: one-time codes, and the tokens that they are exchanged for (protocol 2.12); and other programs and people, by a token
/// that is handed over.
///
/// Codes and tokens are kept as SHA-256 only. A till that asks again with the key that it enrolled with keeps its identity
/// and gets a new token, so that neither a lost answer nor a lost token costs it its ledger.
public final class Admission {
    /// Letters and digits that nobody confuses: no I, L, O, 0 and 1.
    public static final String ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
    /// Characters in a code.
    public static final int CODE_LENGTH = 8;
    /// How long a code is valid unless somebody asks for more.
    public static final Duration VALID_USUALLY = Duration.ofMinutes(15);
    /// The longest that a code is valid.
    public static final Duration VALID_MAX = Duration.ofDays(30);

    private static final int TOKEN_BYTES = 32;

    private final Database db;
    private final RandomGenerator random;

    /// An admission into the centre's database.
    ///
    /// @param random secure: tokens come from it
    public Admission(Database db, RandomGenerator random) {
        this.db = db;
        this.random = random;
    }

    /// Makes a one-time code for a till's place in a store.
    ///
    /// @throws IllegalArgumentException with a sentence when the names cannot stand on a receipt or the time is out of range
    public String code(Tills.Seat seat, Duration valid) {
        ReceiptNumber.of(seat.branch(), seat.till(), "0000", 1);
        if (valid.isNegative() || valid.isZero() || valid.compareTo(VALID_MAX) > 0) {
            throw new IllegalArgumentException("A code is valid for up to " + VALID_MAX.toDays() + " days, not " + valid + ".");
        }
        String code = characters(CODE_LENGTH);
        db.run(tx -> tx.tills().putCode(hash(code), seat, tx.now(), tx.now().plus(valid)));
        return code;
    }

    /// Exchanges a code for an identity and a token; empty when the code is unknown, used or expired, without saying which.
    public Optional<Enrolment.Grant> admit(Enrolment.Request request) {
        String token = token();
        String suffix = characters(CODE_LENGTH);
        return db.write(tx -> seat(tx, request)
                .map(seat -> admit(tx, seat, request.publicKey(), Bytes.of(token).hash(), suffix))
                .map(till -> new Enrolment.Grant(till.terminal(), till.branch(), till.name(), token)));
    }

    /// Makes a token for a client, which is shown this once; the one before is worth nothing any more.
    ///
    /// @param name 1 to 64 printable characters
    /// @throws IllegalArgumentException with a sentence when it is no name
    public String client(String name) {
        Wording.require("a client's name", name, Step.NAME_LENGTH_MAX);
        String token = token();
        db.run(tx -> tx.clients().put(name, Bytes.of(token).hash(), tx.now()));
        return token;
    }

    /// The client that owns a token, revoked or not.
    public Optional<Clients.Client> findClient(String token) {
        Hash hash = Bytes.of(token).hash();
        return db.read(tx -> tx.clients().find(hash));
    }

    /// Revokes a client: it may do nothing any more. Answers whether there was one.
    public boolean revokeClient(String name) {
        return db.write(tx -> tx.clients().revoke(name, tx.now()));
    }

    /// Makes a key for a person, which is shown this once; the one before is worth nothing any more.
    ///
    /// @param name 1 to 64 printable characters, as it stands beside everything that the person does
    /// @throws IllegalArgumentException with a sentence when it is no name
    public String key(String name, Staff.Grant grant) {
        Wording.require("a person's name", name, Step.NAME_LENGTH_MAX);
        String token = token();
        db.run(tx -> tx.staff().put(name, grant, Bytes.of(token).hash(), tx.now()));
        return token;
    }

    /// The person who owns a key, revoked or not.
    public Optional<Staff.Member> findMember(String token) {
        Hash hash = Bytes.of(token).hash();
        return db.read(tx -> tx.staff().find(hash));
    }

    /// Whether a person's key has ended by itself.
    public boolean isOver(Staff.Member member) {
        return member.expiresAt().isPresent() && !db.read(tx -> tx.now()).isBefore(member.expiresAt().get());
    }

    /// Revokes a person's key. Answers whether there was one.
    public boolean revokeMember(String name) {
        return db.write(tx -> tx.staff().revoke(name, tx.now()));
    }

    /// Revokes the tills of this name in a store: they may hand over what they have, nothing else. Answers how many.
    public int revoke(Tills.Seat seat) {
        return db.write(tx -> tx.tills().revoke(seat, tx.now()));
    }

    /// The place that a code stands for: a fresh one, or one that this very till used before its answer was lost.
    private static Optional<Tills.Seat> seat(Tx tx, Enrolment.Request request) {
        Hash code = hash(request.code());
        return tx.tills().useCode(code, tx.now())
                .or(() -> tx.tills().usedCode(code, tx.now(), request.publicKey()));
    }

    private static Tills.Till admit(Tx tx, Tills.Seat seat, Bytes publicKey, Hash token, String suffix) {
        Optional<Tills.Till> known = tx.tills().find(seat, publicKey);
        if (known.isPresent()) {
            tx.tills().renew(known.get().terminal(), token, tx.now());
            return known.get();
        }
        String terminal = seat.branch() + "-" + seat.till() + "-" + suffix;
        tx.tills().enrol(terminal, seat, publicKey, token, tx.now());
        return tx.tills().find(token).orElseThrow();
    }

    private String token() {
        byte[] secret = new byte[TOKEN_BYTES];
        random.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    private String characters(int count) {
        StringBuilder text = new StringBuilder(count);
        for (int at = 0; at < count; at++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    /// The hash of a code as a person types it: in any case, with blanks or hyphens.
    private static Hash hash(String code) {
        return Bytes.of(code.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "")).hash();
    }
}
