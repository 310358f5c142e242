package io.evertill.central.route;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evertill.db.CommitUnknown;
import io.evertill.db.StorageFailure;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a till is told when the centre's database breaks.
class ProblemTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DISK_FULL     | 507 DISK_FULL 0 | 507 DISK_FULL 0
            INPUT_OUTPUT  | 503 STORAGE 5   | 503 STORAGE 5
            READ_ONLY     | 503 STORAGE 5   | 503 STORAGE 5
            CORRUPT       | 503 STORAGE 5   | 503 STORAGE 5
            NEWER_VERSION | 503 STORAGE 5   | 503 STORAGE 5
            BUSY          | 503 BUSY 5      | 503 STORAGE 5
            OTHER         | 503 STORAGE 5   | 503 STORAGE 5
            """)
    void aBreakBecomesAStatus(StorageFailure.Kind kind, String before, String atCommit) {
        Problem failed = Problem.of(new StorageFailure(kind, "a break"));
        Problem unknown = Problem.of(new CommitUnknown(kind, new IllegalStateException("a break")));

        assertEquals(List.of(before, atCommit), Stream.of(failed, unknown)
                .map(each -> each.status() + " " + each.code() + " " + each.retryAfterSeconds())
                .toList());
    }
}
