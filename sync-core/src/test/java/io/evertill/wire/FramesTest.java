package io.evertill.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.evertill.ledger.Bytes;
import io.evertill.ledger.Chain;
import io.evertill.ledger.EntryId;
import io.evertill.ledger.Fact;
import io.evertill.ledger.Genesis;
import io.evertill.ledger.Hash;
import io.evertill.ledger.Meta;
import io.evertill.ledger.Position;
import io.evertill.ledger.Posting;
import io.evertill.ledger.StreamId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The first version of uploads and answers, byte for byte: tills of every age speak it (protocol 2.8).
class FramesTest {
    private static final StreamId STREAM = new StreamId(new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0002L));

    @ParameterizedTest
    @EnumSource
    void anUploadIsWrittenAsItAlwaysWas(Push.Form form) throws IOException {
        Bytes written = Frames.write(push().in(form));

        assertEquals(golden(file(form)), written.text());
    }

    @ParameterizedTest
    @EnumSource
    void anUploadOfTheFirstVersionIsReadToItsLastByte(Push.Form form) throws IOException {
        Push read = Frames.push(STREAM, golden(file(form)).getBytes(StandardCharsets.UTF_8));

        assertEquals(push(), read.in(Push.Form.PLAIN));
    }

    @Test
    void anAnswerOfTheFirstVersionIsWrittenAndReadAsItAlwaysWas() throws IOException {
        Bytes written = Frames.write(reply());

        assertEquals(golden("reply-1.json"), written.text());
        assertEquals(reply(), Frames.reply(golden("reply-1.json").getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void anAnswerToATillThatRunsTwiceIsWrittenAndReadAsItAlwaysWas() throws IOException {
        Bytes written = Frames.write(twice());

        assertEquals(golden("reply-1-twice.json"), written.text());
        assertEquals(twice(), Frames.reply(golden("reply-1-twice.json").getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void fieldsThatALaterVersionAddsArePassedOver() throws IOException {
        String later = golden("push-1.json").replaceFirst("\\{", "{\"addedLater\":{\"deep\":[1,2]},");

        assertEquals(push(), Frames.push(STREAM, later.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void anUploadOfAnUnknownVersionIsNotGuessedAt() throws IOException {
        String other = golden("push-1.json").replace("\"proto\":1", "\"proto\":2");

        assertThrows(IllegalArgumentException.class, () -> Frames.push(STREAM, other.getBytes(StandardCharsets.UTF_8)));
    }

    private static String file(Push.Form form) {
        return switch (form) {
            case PLAIN -> "push-1.json";
            case OPAQUE -> "push-1-opaque.json";
        };
    }

    private static Push push() {
        Genesis genesis = new Genesis("S1-T1-ABCD", STREAM, Optional.of(new Position(
                new StreamId(new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0001L)), 7, Hash.sha256(new byte[] {7}))));
        Meta meta = new Meta("sale/1", new Meta.Stamp(1_790_000_000_000L, 8_123_456, new UUID(1, 2),
                Optional.of(new Meta.Offset(-320, 60_000))), List.of(), List.of(),
                new Meta.Summary(Optional.empty(), Optional.empty(), 3));
        Posting first = Chain.next(genesis.position(),
                new Fact(new EntryId(new UUID(3, 4)), Metas.write(meta), Bytes.of("{\"of\":\"Größe\"}")));
        Posting second = Chain.next(first.position(), new Fact(new EntryId(new UUID(3, 5)), Metas.write(meta), Bytes.of("")));
        return new Push(new UUID(5, 6), "S1-T1-ABCD", new UUID(1, 2), Optional.of(new UUID(9, 9)), true, genesis,
                genesis.position(), second.position(), Bytes.of("signature"),
                new Push.Clock(1_790_000_000_100L, 8_123_556, Optional.of(new Meta.Offset(-320, 60_100))),
                List.of(first, second));
    }

    private static Reply reply() {
        Position head = push().head();
        return new Reply(new UUID(5, 6), Reply.Status.GAP, new UUID(9, 9), STREAM, 1, push().postings().getFirst().position().hash(),
                1, push().postings().getFirst().position().hash(), 1, 0,
                List.of(new Reply.Parked(head.seq(), new EntryId(new UUID(3, 5)), "UNKNOWN_PRODUCT")), 88_123,
                1_790_000_000_450L, 1_000, 500, true, false);
    }

    private static Reply twice() {
        Reply usual = reply();
        return new Reply(usual.request(), usual.status(), usual.incarnation(), usual.stream(), usual.accepted(), usual.acceptedHash(),
                usual.compareSeq(), usual.compareHash(), usual.archivedSeq(), usual.appliedSeq(), usual.parked(), usual.feedHead(),
                usual.centreTimeMs(), usual.retryAfterMs(), usual.postingsMax(), false, true);
    }

    private static String golden(String file) throws IOException {
        try (InputStream in = FramesTest.class.getResourceAsStream("golden/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
