package io.evertill.central.command.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.central.Centre;
import io.evertill.central.CentreOn;
import io.evertill.central.Ended;
import io.evertill.central.office.Settings;
import io.evertill.central.office.TlsSettings;
import io.evertill.link.HttpLink;
import io.evertill.link.Trust;
import io.evertill.wire.Ed25519;
import io.evertill.wire.Enrolment;
import io.evertill.wire.EnrolmentFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One file with which a machine becomes a till.
class EnrolmentFileCommandTest {
    @TempDir
    Path folder;

    private Settings settings;

    @BeforeEach
    void settings() {
        settings = CentreOn.SQLITE.settings(folder)
                .withTls(new TlsSettings(Optional.empty(), Optional.empty(), List.of("till-centre.example")));
    }

    @Test
    void theFileHoldsAllThatATillNeedsAndCanBeUsedOnce() throws IOException {
        try (Centre centre = Centre.start(settings)) {
            Path out = folder.resolve("t1.json");
            Ended ended = made("--out", out.toString(), "--url", "https://localhost:" + centre.port());

            assertEquals(0, ended.exitCode(), ended::said);
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(out)));
            EnrolmentFile file = EnrolmentFile.read(Files.readAllBytes(out));
            assertEquals("S1 T1", file.store() + " " + file.till());
            assertFalse(ended.said().contains(file.code()), "the code is in the file only");
            try (HttpLink till = new HttpLink(file.url(), "", Trust.parse(file.caPem(), InstantSource.system()))) {
                assertInstanceOf(Enrolment.Answer.Granted.class, till.enrol(new Enrolment.Request(file.code(), Ed25519.generate().open())));
                assertInstanceOf(Enrolment.Answer.Refused.class, till.enrol(new Enrolment.Request(file.code(), Ed25519.generate().open())));
            }
            assertEquals("https://till-centre.example:8480/", written().url(), "the name of the certificate and the usual port");
        }
    }

    @Test
    void anAddressThatTillsCouldNotUseIsRefused() throws IOException {
        Centre.start(settings).close();

        assertRefused("The centre at till-centre.example would be spoken to in clear text.", "--url", "http://till-centre.example:8480");
        assertRefused("The centre speaks TLS, and http://127.0.0.1:8480/ is clear text. Write https://.", "--url", "http://127.0.0.1:8480");
        assertRefused("The centre's certificate is not for other.example but for till-centre.example", "--url", "https://other.example");
        assertRefused("'nonsense' is no address of a centre.", "--url", "nonsense");
        assertRefused("and the time is up to 30 days", "--valid", "31d");
        assertRefused("cannot be read: ", "--ca", folder.resolve("missing.pem").toString());
        Files.writeString(folder.resolve("text.pem"), "hello");
        assertRefused("text.pem holds no certificate", "--ca", folder.resolve("text.pem").toString());
    }

    @Test
    void aFileThatIsThereIsLeftAlone() throws IOException {
        Centre.start(settings).close();
        Path there = Files.writeString(folder.resolve("there.json"), "mine");

        Ended ended = made("--out", there.toString());

        assertEquals(2, ended.exitCode(), ended::said);
        assertTrue(ended.err().contains("is there already. Name another with --out"), ended::err);
        assertEquals("mine", Files.readString(there));
    }

    @Test
    void aCentreOnThisMachineAloneMakesAFileForATillHere() throws IOException {
        settings = CentreOn.SQLITE.settings(folder);
        Centre.start(settings).close();

        EnrolmentFile file = written();
        EnrolmentFile behindProxy = written("--url", "https://shop.example");

        assertEquals("http://127.0.0.1:8480/ ''", file.url() + " '" + file.caPem() + "'");
        assertEquals("https://shop.example/ ''", behindProxy.url() + " '" + behindProxy.caPem() + "'");
        HeldCertificate authority = new HeldCertificate.Builder().certificateAuthority(0).build();
        Path ca = Files.writeString(folder.resolve("ca.pem"), authority.certificatePem());
        assertEquals(authority.certificatePem(), written("--url", "https://shop.example", "--ca", ca.toString()).caPem());
    }

    @Test
    void theIssuerOfAPersonsCertificateIsHandedOutOrAskedFor() throws IOException {
        HeldCertificate authority = new HeldCertificate.Builder().certificateAuthority(0).commonName("Shop authority").build();
        HeldCertificate server = new HeldCertificate.Builder().addSubjectAlternativeName("shop.example").signedBy(authority).build();
        settings = CentreOn.SQLITE.settings(folder);
        Centre.start(settings).close();
        Path data = settings.folder().orElseThrow();
        Files.writeString(data.resolve("own.key"), server.privateKeyPkcs8Pem());
        Files.writeString(data.resolve("own.pem"), server.certificatePem());
        Files.writeString(data.resolve("central.properties"), "tls.certificate=own.pem\ntls.key=own.key\nport=443\n");

        assertRefused("the file does not hold the issuer's certificate. Add it at the end of the file, or name it with --ca FILE.");
        Files.writeString(data.resolve("own.pem"), server.certificatePem() + authority.certificatePem());
        EnrolmentFile file = written();

        assertEquals("https://shop.example/", file.url());
        assertEquals(authority.certificate(), okhttp3.tls.Certificates.decodeCertificatePem(file.caPem()));
    }

    private Ended made(String... more) {
        String[] first = {"enrolment-file", "--data", settings.folder().orElseThrow().toString(), "--store", "S1", "--till", "T1"};
        String[] all = java.util.Arrays.copyOf(first, first.length + more.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return Ended.of(all);
    }

    private EnrolmentFile written(String... more) throws IOException {
        Path out = Files.createTempDirectory(folder, "out").resolve("file.json");
        String[] all = java.util.Arrays.copyOf(more, more.length + 2);
        all[more.length] = "--out";
        all[more.length + 1] = out.toString();
        Ended ended = made(all);
        assertEquals(0, ended.exitCode(), ended::said);
        return EnrolmentFile.read(Files.readAllBytes(out));
    }

    private void assertRefused(String sentence, String... more) throws IOException {
        Path out = Files.createTempDirectory(folder, "out").resolve("file.json");
        String[] all = java.util.Arrays.copyOf(more, more.length + 2);
        all[more.length] = "--out";
        all[more.length + 1] = out.toString();
        Ended ended = made(all);
        assertEquals(2, ended.exitCode(), ended::said);
        assertTrue(ended.err().contains(sentence), ended::err);
        assertFalse(Files.exists(out), "no file was made");
    }
}
