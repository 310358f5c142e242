package io.evertill.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiskCheckTest {
    private static final long MEGABYTE = 1_000_000;

    @TempDir
    Path folder;

    private final AtomicLong nanos = new AtomicLong();

    @ParameterizedTest
    @CsvSource(textBlock = """
            5000, 4000,   OK,      ''
            5000, 2,      WARNING, 'No disk is that fast'
            5000, 150000, WARNING, 'Each sale waits for that'
            900,  4000,   WARNING, 'an update needs about four times'
            99,   4000,   PROBLEM, 'a till on a full disk cannot save a sale'
            """)
    void aDiskIsJudgedByItsRoomAndByHowLongItTakes(long freeMb, long micros, Finding.Verdict verdict, String advice) {
        Finding finding = new DiskCheck(folder, nanos::get, disk(freeMb, micros)).look();

        assertEquals(verdict, finding.verdict(), finding::toString);
        assertTrue(finding.advice().contains(advice) && finding.advice().isEmpty() == advice.isEmpty(), finding::toString);
        assertEquals(freeMb, finding.figures().get("freeMB").asLong());
        assertEquals(micros, finding.figures().get("syncP50Micros").asLong());
        assertEquals(micros >= 20, finding.figures().get("syncLooksHonoured").asBoolean());
        assertTrue(Files.notExists(folder.resolve("doctor.part")));
    }

    @Test
    void aFolderThatCannotBeWrittenIsAProblem() {
        Finding finding = new DiskCheck(folder.resolve("none"), nanos::get, disk(5_000, 4_000)).look();

        assertEquals(Finding.Verdict.PROBLEM, finding.verdict(), finding::toString);
    }

    private DiskCheck.Disk disk(long freeMb, long micros) {
        return new DiskCheck.Disk() {
            @Override
            public long freeBytes(Path path) {
                return freeMb * MEGABYTE;
            }

            @Override
            public void force(FileChannel file) throws IOException {
                assertTrue(file.size() > 0);
                nanos.addAndGet(micros * 1_000);
            }
        };
    }
}
