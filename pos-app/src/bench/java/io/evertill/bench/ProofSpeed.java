package io.evertill.bench;

import io.evertill.db.Postings;
import io.evertill.db.Streams;
import io.evertill.ledger.Bytes;
import io.evertill.ledger.Chain;
import io.evertill.ledger.Fact;
import io.evertill.ledger.Position;
import io.evertill.ledger.Posting;
import io.evertill.pos.TillProcess;
import io.evertill.product.Product;
import io.evertill.wire.Ed25519;
import io.evertill.wire.Push;
import io.evertill.wire.Signing;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// What the proof costs: the hashes of a sale (meta, body, chain), and the signature of an upload at both ends, beside the
/// JDK's bare SHA-256 and Ed25519 over the same bytes, by turns.
final class ProofSpeed implements Measurement {
    private static final int PRODUCTS = 1_000;
    private static final int SALES = Push.POSTINGS_MAX;
    private static final int TURNS = 400;
    private static final int WARM_UP = 100;

    @Override
    public String name() {
        return "proof";
    }

    /// What is hashed for a sale, as the chain defines it (protocol 2.1).
    private record Hashed(Bytes meta, Bytes body, Bytes link) {
        static Hashed of(Position head, Fact fact) {
            byte[] link = ByteBuffer.allocate(4 + 16 + Long.BYTES + 32 + 16 + 32 + 32)
                    .put("EVT1".getBytes(StandardCharsets.US_ASCII))
                    .putLong(head.stream().value().getMostSignificantBits())
                    .putLong(head.stream().value().getLeastSignificantBits())
                    .putLong(head.seq() + 1)
                    .put(head.hash().bytes())
                    .putLong(fact.id().value().getMostSignificantBits())
                    .putLong(fact.id().value().getLeastSignificantBits())
                    .put(fact.meta().hash().bytes())
                    .put(fact.body().hash().bytes())
                    .array();
            return new Hashed(fact.meta(), fact.body(), Bytes.of(link));
        }
    }

    @Override
    public List<Figure> measure(Workshop shop) throws IOException {
        List<Posting> postings = sold(shop.folder().resolve("till"));
        try {
            return List.of(hashing(postings), signing(postings.getLast().position()), verifying(postings.getLast().position()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256 and Ed25519", e);
        }
    }

    /// An upload's worth of real sales.
    private static List<Posting> sold(Path folder) {
        List<Product> products = Names.products(PRODUCTS);
        Shop.make(folder, products);
        Random random = new Random(3);
        try (TillProcess till = Shop.open(folder)) {
            for (int sale = 0; sale < SALES; sale++) {
                Shop.sell(till.register(), Shop.checkout(till.register(), products, random));
            }
            return till.database().read(tx -> {
                Streams.Own open = tx.streams().open().orElseThrow();
                return tx.postings().after(Shop.STORE, open.id(), 1, SALES).stream().map(Postings.Stored::posting).toList();
            });
        }
    }

    private static Figure hashing(List<Posting> postings) throws GeneralSecurityException {
        List<Posting> chained = postings.subList(1, postings.size());
        Position head = postings.getFirst().position();
        List<Hashed> bytes = chained.stream()
                .map(posting -> Hashed.of(postings.get(chained.indexOf(posting)).position(), posting.fact()))
                .toList();
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        Samples ours = new Samples();
        Samples bare = new Samples();
        for (int turn = -WARM_UP; turn < TURNS; turn++) {
            long begun = System.nanoTime();
            Position at = head;
            for (Posting posting : chained) {
                at = Chain.next(at, posting.fact()).position();
            }
            long oursPassed = System.nanoTime() - begun;
            byte[] last = {};
            begun = System.nanoTime();
            for (Hashed hashed : bytes) {
                digest.digest(hashed.meta().content());
                digest.digest(hashed.body().content());
                last = digest.digest(hashed.link().content());
            }
            long barePassed = System.nanoTime() - begun;
            if (!Arrays.equals(last, at.hash().bytes()) || !at.equals(postings.getLast().position())) {
                throw new IllegalStateException("both hash the same");
            }
            if (turn >= 0) {
                ours.add(oursPassed / chained.size());
                bare.add(barePassed / chained.size());
            }
        }
        double size = Math.rint(chained.stream()
                .mapToInt(posting -> posting.fact().meta().length() + posting.fact().body().length())
                .average()
                .orElseThrow());
        return figure("hashes of a 5-line sale (meta, body, chain; " + Figure.number(size) + " bytes): p50 / p99",
                ours, bare, "SHA-256");
    }

    private static Figure signing(Position head) throws GeneralSecurityException {
        Ed25519.Keys keys = Ed25519.generate();
        Signing.Signer signer = Ed25519.signer(keys.secret());
        PrivateKey secret = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(keys.secret().content()));
        Bytes message = Signing.message(head);
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(secret);
        Samples ours = new Samples();
        Samples bare = new Samples();
        for (int turn = -WARM_UP; turn < TURNS; turn++) {
            long begun = System.nanoTime();
            signer.sign(Signing.message(head));
            long oursPassed = System.nanoTime() - begun;
            begun = System.nanoTime();
            signature.update(message.content());
            signature.sign();
            long barePassed = System.nanoTime() - begun;
            if (turn >= 0) {
                ours.add(oursPassed);
                bare.add(barePassed);
            }
        }
        return figure("signature of an upload, at the till: p50 / p99", ours, bare, "Ed25519");
    }

    private static Figure verifying(Position head) throws GeneralSecurityException {
        Ed25519.Keys keys = Ed25519.generate();
        Bytes message = Signing.message(head);
        Bytes signed = Ed25519.signer(keys.secret()).sign(message);
        Signing.Verifier verifier = Ed25519.verifier();
        PublicKey open = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(keys.open().content()));
        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(open);
        Samples ours = new Samples();
        Samples bare = new Samples();
        for (int turn = -WARM_UP; turn < TURNS; turn++) {
            long begun = System.nanoTime();
            boolean isRight = verifier.isRight(keys.open(), Signing.message(head), signed);
            long oursPassed = System.nanoTime() - begun;
            begun = System.nanoTime();
            signature.update(message.content());
            isRight &= signature.verify(signed.content());
            long barePassed = System.nanoTime() - begun;
            if (!isRight) {
                throw new IllegalStateException("the signature is right");
            }
            if (turn >= 0) {
                ours.add(oursPassed);
                bare.add(barePassed);
            }
        }
        return figure("check of an upload's signature, at the centre: p50 / p99", ours, bare, "Ed25519");
    }

    private static Figure figure(String what, Samples ours, Samples bare, String tool) {
        return new Figure(what, ours.text(), bare.text() + " (" + tool + ")", Figure.number(ours.median() / bare.median()), "",
                "reported");
    }
}
