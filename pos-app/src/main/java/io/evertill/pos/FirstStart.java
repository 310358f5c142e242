package io.evertill.pos;

import io.evertill.db.Terminals;
import io.evertill.wire.EnrolmentFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes a machine a till by the enrolment file that lies beside its configuration, with no question asked.
///
/// While the centre cannot be reached it says so and tries again until it can. A file that is refused is not tried twice: the next one
/// that is put there is. What was enrolled by is removed; its code is used.
public final class FirstStart {
    /// The file's name in the configuration folder.
    public static final String FILE = "enrolment.json";
    /// How long it waits before it tries again.
    public static final Duration WAIT_USUALLY = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);

    private final DataFolder folder;
    private final Path file;
    private final Machine machine;
    private final Consumer<String> teller;
    private final CountDownLatch givenUp = new CountDownLatch(1);
    private byte[] refused = {};
    private String told = "";

    /// A first start.
    ///
    /// @param configuration where the file is looked for
    /// @param teller is told each new sentence once
    public FirstStart(DataFolder folder, Path configuration, Machine machine, Consumer<String> teller) {
        this.folder = folder;
        this.file = configuration.resolve(FILE);
        this.machine = machine;
        this.teller = teller;
    }

    /// What reading an enrolment file gave.
    public sealed interface Reading {
        /// It can be tried.
        record Understood(EnrolmentFile file) implements Reading {}

        /// It cannot.
        ///
        /// @param sentence what is wrong and what to do
        record Wrong(String sentence) implements Reading {}
    }

    /// Whether the folder is no till yet and a file waits to make it one.
    ///
    /// @throws io.evertill.db.StorageFailure when the ledger cannot be opened
    public boolean isDue() {
        return Files.exists(file) && new Enrolling(folder, machine).isNobody();
    }

    /// Enrols; returns when it is done, or when it was given up.
    ///
    /// @return who the till is; empty when it was given up
    /// @throws io.evertill.db.StorageFailure when the ledger cannot be opened
    public Optional<Terminals.Identity> run(Duration wait) throws InterruptedException {
        tell("The centre is asked who this till is.");
        while (true) {
            Optional<Terminals.Identity> identity = attempt();
            if (identity.isPresent()) {
                return identity;
            }
            if (givenUp.await(wait.toNanos(), TimeUnit.NANOSECONDS)) {
                return Optional.empty();
            }
        }
    }

    /// Ends [#run] after what is under way; what is enrolled by then stays.
    public void giveUp() {
        givenUp.countDown();
    }

    private Optional<Terminals.Identity> attempt() {
        byte[] content;
        try {
            content = bytes(file);
        } catch (NoSuchFileException _) {
            tell("The file " + file + " is gone. Put a fresh one there.");
            return Optional.empty();
        } catch (IOException e) {
            tell("The file " + file + " cannot be read: " + SecretFile.cause(e) + ". Check its permissions.");
            return Optional.empty();
        }
        return Arrays.equals(content, refused) ? Optional.empty() : attempt(content);
    }

    private Optional<Terminals.Identity> attempt(byte[] content) {
        switch (read(file, content)) {
            case Reading.Wrong(String sentence) -> refuse(content, sentence);
            case Reading.Understood(EnrolmentFile understood) -> {
                switch (new Enrolling(folder, machine).byFile(understood)) {
                    case Enrolling.Result.Enrolled(Terminals.Identity identity) -> {
                        return Optional.of(enrolled(identity));
                    }
                    case Enrolling.Result.Known(Terminals.Identity identity) -> {
                        return Optional.of(enrolled(identity));
                    }
                    case Enrolling.Result.Refused(String sentence) -> refuse(content, sentence);
                    case Enrolling.Result.Unreachable(String sentence) -> tell(sentence);
                    case Enrolling.Result.NotKept(String sentence) -> tell(sentence);
                }
            }
        }
        return Optional.empty();
    }

    private void refuse(byte[] content, String sentence) {
        refused = content;
        tell(sentence + " Put a fresh file in the place of " + file + "; it is taken up by itself.");
    }

    private Terminals.Identity enrolled(Terminals.Identity identity) {
        tell("This is till " + identity.till() + " of store " + identity.branch() + " from now on, enrolled at "
                + identity.centreUrl() + ".");
        remove(file).ifPresent(LOG::warn);
        return identity;
    }

    private void tell(String sentence) {
        if (!sentence.equals(told)) {
            told = sentence;
            LOG.info("{}", sentence);
            teller.accept(sentence);
        }
    }

    /// Reads an enrolment file.
    public static Reading read(Path file) {
        try {
            return read(file, bytes(file));
        } catch (IOException e) {
            return new Reading.Wrong("The enrolment file " + file + " cannot be read: " + SecretFile.cause(e) + ".");
        }
    }

    private static Reading read(Path file, byte[] content) {
        try {
            return new Reading.Understood(EnrolmentFile.read(content));
        } catch (IllegalArgumentException e) {
            return new Reading.Wrong("The enrolment file " + file + " cannot be used. " + e.getMessage());
        }
    }

    /// Never more than would be refused anyway.
    private static byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(EnrolmentFile.BYTES_MAX + 1);
        }
    }

    /// Removes a file that was enrolled by.
    ///
    /// @return what a person should know when it could not be removed
    public static Optional<String> remove(Path file) {
        try {
            Files.deleteIfExists(file);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("The file " + file + " could not be removed: " + SecretFile.cause(e)
                    + ". Its code is used, so it opens nothing any more; remove it by hand.");
        }
    }
}
