package io.evertill.ingest;

import io.evertill.db.Database;
import io.evertill.db.Incidents;
import io.evertill.db.Tills;
import io.evertill.ledger.Bytes;
import io.evertill.ledger.Hash;
import io.evertill.ledger.StreamId;
import io.evertill.wire.Frames;
import io.evertill.wire.Push;
import io.evertill.wire.PushReply;
import io.evertill.wire.Reply;
import io.evertill.wire.Signing;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// The centre's front desk: who sends, whether the bytes are an upload and signed by the till's key, and then [Accept].
///
/// All that is left to the HTTP server is to turn a [PushReply] into a status code.
public final class Reception {
    private final Database db;
    private final Accept accept;
    private final Signing.Verifier verifier;

    /// A front desk on the centre's database.
    public Reception(Database db, Signing.Verifier verifier, Supplier<UUID> ids) {
        this(db, verifier, new Accept(db, ids));
    }

    /// A front desk before an accept.
    public Reception(Database db, Signing.Verifier verifier, Accept accept) {
        this.db = db;
        this.accept = accept;
        this.verifier = verifier;
    }

    /// The till that owns a token, revoked or not.
    public Optional<Tills.Till> find(String token) {
        Hash hash = Bytes.of(token).hash();
        return db.read(tx -> tx.tills().find(hash));
    }

    /// Takes an upload.
    ///
    /// @param till who sends it
    /// @param stream the stream that the address names
    /// @param bytes what was sent, unpacked
    public PushReply push(Tills.Till till, StreamId stream, byte[] bytes) {
        Push push;
        try {
            push = Frames.push(stream, bytes);
        } catch (IllegalArgumentException | ArithmeticException e) {
            return new PushReply.Unparsable(String.valueOf(e.getMessage()));
        }
        if (!push.terminal().equals(till.terminal())) {
            return new PushReply.Unauthorized("The token belongs to another till.");
        }
        if (!verifier.isRight(till.publicKey(), Signing.message(push.head()), push.signature())) {
            note(till);
            return new PushReply.Unauthorized("The upload's signature is wrong.");
        }
        Reply reply = accept.accept(till, push);
        return new PushReply.Answered(reply);
    }

    private void note(Tills.Till till) {
        db.run(tx -> tx.incidents().note(new Incidents.Event(till.branch(), till.terminal(), "BAD_SIGNATURE", "",
                "Till " + till.name() + " in store " + till.branch() + " sent an upload that was not signed with its key. Nothing"
                        + " was taken. If it goes on, somebody uses its token: revoke the till and enrol it again."), tx.now()));
    }
}
