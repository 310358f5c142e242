package io.evertill.pos;

import io.evertill.db.Database;
import io.evertill.register.PinCheck;
import io.evertill.till.TillEffect;
import io.evertill.till.TillEvent;
import java.util.function.Function;

/// Checks PINs: computes on the thread that calls it, and writes on the ledger's.
final class PinDesk {
    private final PinCheck pins;

    PinDesk(TillProcess till) {
        this.pins = new PinCheck(new PinCheck.Writer() {
            @Override
            public <T> T write(Function<Database, T> work) {
                return till.write(work).join();
            }
        });
    }

    TillEvent check(TillEffect.CheckPin wanted) {
        return switch (pins.check(wanted.who(), wanted.pin())) {
            case PinCheck.Verdict.Right() -> new TillEvent.PinRight(wanted.ask());
            case PinCheck.Verdict.Wrong(var left) -> new TillEvent.PinWrong(wanted.ask(), left);
            case PinCheck.Verdict.Locked(var left) -> new TillEvent.PinWrong(wanted.ask(), left);
        };
    }
}
