package io.evertill.pos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.device.FakeScanner;
import io.evertill.register.Holding;
import io.evertill.sale.Sale;
import io.evertill.till.Activity;
import io.evertill.till.DrawerAct;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/// What customers want in a day, and the cashier between two of them: by chance, and everything now and then.
final class Wishes {
    /// What is typed when the scale does not come to rest.
    static final String TYPED_WEIGHT = "0.5";

    private static final List<String> GOODS = List.of("MUG", "JUG", "PEARS");
    private static final int HEARD_SECONDS_MAX = 30;
    private static final int WEIGHED_MAX = 8;

    /// One of them.
    enum Wish {
        BUY, PAY_WITH_VOUCHER, LEAVE, CHANGE_MIND, WAIT, BRING_BACK, EXCHANGE, MOVE_CASH;

        boolean mayBePaidByCard() {
            return this == BUY || this == PAY_WITH_VOUCHER || this == LEAVE || this == CHANGE_MIND;
        }
    }

    private static final List<Wish> ALL = List.of(Wish.BUY, Wish.BUY, Wish.BUY, Wish.BUY, Wish.BUY, Wish.BUY, Wish.PAY_WITH_VOUCHER,
            Wish.LEAVE, Wish.CHANGE_MIND, Wish.WAIT, Wish.WAIT, Wish.BRING_BACK, Wish.EXCHANGE, Wish.MOVE_CASH);

    private final Random random;
    private final FakeScanner scanner;
    private final BlockingQueue<String> heard;
    private final List<Wish> left = new ArrayList<>();
    private int held;

    /// @param heard what comes from the scanner
    Wishes(Random random, FakeScanner scanner, BlockingQueue<String> heard) {
        this.random = random;
        this.scanner = scanner;
        this.heard = heard;
    }

    Wish next() {
        if (left.isEmpty()) {
            left.addAll(ALL);
            Collections.shuffle(left, random);
        }
        return left.removeLast();
    }

    /// Does it, but for the payment.
    void grant(Cashier cashier, Wish wish) throws Exception {
        switch (wish) {
            case BUY -> ring(cashier, 1 + random.nextInt(3));
            case PAY_WITH_VOUCHER -> {
                ring(cashier, "JUG");
                cashier.type("1");
                cashier.press("F9");
                cashier.type("V-17");
                cashier.press("ENTER");
            }
            case LEAVE -> {
                ring(cashier, 2);
                cashier.press("F8");
                cashier.press("ENTER");
            }
            case CHANGE_MIND -> {
                ring(cashier, 2);
                cashier.press("DELETE");
            }
            case WAIT -> {
                if (held > 0) {
                    recall(cashier);
                } else {
                    ring(cashier, 2);
                    cashier.press("F3");
                    held++;
                }
            }
            case BRING_BACK -> bringBack(cashier);
            case EXCHANGE -> {
                bringBack(cashier);
                cashier.press("ESCAPE");
                ring(cashier, "JUG");
            }
            case MOVE_CASH -> {
                cashier.press("CTRL+O");
                cashier.choose(DrawerAct.ALL.indexOf(random.nextBoolean() ? DrawerAct.CASH_IN : DrawerAct.CASH_OUT));
                cashier.type("5");
                cashier.press("ENTER");
                cashier.choose(0);
            }
        }
    }

    /// The first basket that waits comes back; whether there was one.
    boolean recall(Cashier cashier) {
        cashier.press("F3");
        if (held == 0) {
            assertTrue(cashier.state().sale().isEmpty(), "nobody waits any more");
            return false;
        }
        cashier.choose(0);
        held--;
        return true;
    }

    /// The till died meanwhile: a basket is on the counter, or it waits.
    void restarted(Cashier cashier) {
        int waiting = new Holding(cashier.till().database()).all().size();
        assertTrue(waiting <= held || cashier.state().sale().isEmpty(), "a basket waits, and is on the counter too");
        held = waiting;
    }

    /// A line of an earlier sale, if anything of it is left.
    private void bringBack(Cashier cashier) {
        List<Sale> sales = cashier.sales();
        if (!sales.isEmpty()) {
            cashier.press("F6");
            cashier.type(Long.toString(sales.get(random.nextInt(sales.size())).receipt().number()));
            cashier.press("ENTER");
            if (cashier.doing() instanceof Activity.TakingBack back) {
                cashier.choose(random.nextInt(back.lines().size()));
            }
            cashier.press("ESCAPE");
            cashier.press("ESCAPE");
        }
    }

    private void ring(Cashier cashier, int pieces) throws Exception {
        for (int piece = 0; piece < pieces; piece++) {
            ring(cashier, GOODS.get(random.nextInt(GOODS.size())));
        }
    }

    /// What the scanner sends is heard as one code, and weighed until it lies still.
    private void ring(Cashier cashier, String code) throws Exception {
        scanner.scan(code);
        String whole = heard.poll(HEARD_SECONDS_MAX, TimeUnit.SECONDS);
        assertEquals(code, whole, "what was scanned");
        cashier.scan(whole);
        for (int tries = 0; cashier.doing() instanceof Activity.Weighing; tries++) {
            if (tries == WEIGHED_MAX) {
                cashier.type(TYPED_WEIGHT);
            }
            cashier.press("ENTER");
        }
    }
}
