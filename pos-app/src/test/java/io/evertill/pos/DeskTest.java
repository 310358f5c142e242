package io.evertill.pos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.evertill.db.CommitUnknown;
import io.evertill.db.StorageFailure;
import io.evertill.till.TillEffect;
import io.evertill.till.TillEvent;
import io.evertill.till.Trouble;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

final class DeskTest {
    private static final TillEffect UNASKED = new TillEffect.OpenDrawer();
    private static final TillEffect ASKED = new TillEffect.LookUp(7, "MILK");

    @Test
    void aDiskThatIsFullAtTheCommitIsAFullDiskToTheCashier() {
        TillEvent heard = failed(UNASKED, new CommitUnknown(StorageFailure.Kind.DISK_FULL, new IllegalStateException()));

        assertEquals(new TillEvent.DeviceFailed(Trouble.DISK_FULL, ""), heard);
    }

    @Test
    void whoAskedHearsWhatTheDiskSays() {
        StorageFailure broken = new StorageFailure(StorageFailure.Kind.INPUT_OUTPUT, "The disk does not answer.");

        assertEquals(new TillEvent.Failed(7, Trouble.STORAGE, "The disk does not answer."), failed(ASKED, broken));
    }

    @Test
    void aDefectIsNoTroubleWithTheDisk() {
        assertThrows(CompletionException.class, () -> failed(UNASKED, new IllegalStateException()));
    }

    private static TillEvent failed(TillEffect effect, RuntimeException cause) {
        return Desk.failed(effect, new CompletionException(cause));
    }
}
