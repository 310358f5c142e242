package io.evertill.pos;

import io.evertill.alert.RedCards;
import io.evertill.db.FeedDue;
import io.evertill.db.StorageFailure;
import io.evertill.db.Terminals;
import io.evertill.device.CashDrawer;
import io.evertill.device.ReceiptPrinter;
import io.evertill.device.Scale;
import io.evertill.device.Speaker;
import io.evertill.feed.Feed;
import io.evertill.key.Scanner;
import io.evertill.money.Money;
import io.evertill.outbox.Backlog;
import io.evertill.outbox.Courier;
import io.evertill.outbox.Waiting;
import io.evertill.payment.PaymentTerminal;
import io.evertill.register.Freshness;
import io.evertill.register.Lookup;
import io.evertill.register.PinCheck;
import io.evertill.register.Store;
import io.evertill.register.ToldCards;
import io.evertill.rule.Exempt;
import io.evertill.rule.Wiring;
import io.evertill.staff.Roster;
import io.evertill.till.Appearance;
import io.evertill.till.Equipment;
import io.evertill.till.KeyChanges;
import io.evertill.till.Lane;
import io.evertill.till.LeftCard;
import io.evertill.till.Limits;
import io.evertill.till.OpenSale;
import io.evertill.till.SyncStatus;
import io.evertill.till.TillEffect;
import io.evertill.till.TillEvent;
import io.evertill.till.TillState;
import io.evertill.view.TillLoop;
import io.evertill.wire.FeedPage;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A till with its screen: joins ledger, devices, line and loop, and tells the screen what goes on around it.
///
/// The window shows [#loop]; nothing here draws. One second is the longest that the banner lags behind the ledger.
@Wiring
@Exempt(rule = "imports", reason = "opens a till with its screen, its devices and its line", until = "2028-12-31")
public final class Station implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Station.class);
    private static final long TICK_SECONDS = 1;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final TillProcess till;
    private final Backlog backlog;
    private final Threads threads;
    private final TillLoop loop;
    private final AtomicReference<Optional<Instant>> offlineSince;
    private final Optional<LeftPayments> left;
    private final boolean hasWrongKeys;
    private final AtomicBoolean isStale = new AtomicBoolean(true);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final List<Thread> beside = new ArrayList<>();
    private Roster rosterShown;

    private Station(TillProcess till, Parts parts) {
        this.till = till;
        this.backlog = new Backlog(till.database());
        this.threads = parts.threads();
        this.loop = parts.loop();
        this.offlineSince = parts.offlineSince();
        this.left = parts.left();
        this.hasWrongKeys = parts.hasWrongKeys();
        this.rosterShown = PinCheck.roster(till.database());
        warnOfUnclear(rosterShown);
    }

    private record Parts(
            Threads threads, TillLoop loop, AtomicReference<Optional<Instant>> offlineSince, Optional<LeftPayments> left,
            boolean hasWrongKeys) {}

    /// What a till stands on.
    ///
    /// @param folder held by this process; closed with the station
    /// @param scanner how the scanners of this till are set up
    /// @param hasNetworkSwitch whether the screen may cut the network, for a demonstration
    public record Setup(
            DataFolder folder, Settings settings, Machine machine, Scanner scanner, boolean hasNetworkSwitch) {}

    /// The devices around the till.
    ///
    /// @param terminal a card terminal that answers by itself
    public record Devices(ReceiptPrinter printer, CashDrawer drawer, Speaker speaker, Optional<PaymentTerminal> terminal,
            Optional<Scale> scale) {
        /// Devices of which none is asked anything.
        public Devices(ReceiptPrinter printer, CashDrawer drawer, Speaker speaker) {
            this(printer, drawer, speaker, Optional.empty(), Optional.empty());
        }

        Equipment equipment() {
            return new Equipment(terminal.isPresent(), scale.isPresent());
        }
    }

    /// What became of opening a station.
    public sealed interface Opening {
        /// It is there; [Station#start] begins.
        record Opened(Station station) implements Opening {}

        /// The till was never set up.
        ///
        /// @param sentence what to do, for a person
        record NotEnrolled(String sentence) implements Opening {}
    }

    /// Opens the till of a folder with its screen.
    ///
    /// @throws io.evertill.db.StorageFailure when the ledger cannot be opened
    /// @throws IllegalArgumentException naming the setting of the store that cannot be understood
    public static Opening open(Setup setup, Devices devices) {
        AtomicReference<Optional<Instant>> offlineSince = new AtomicReference<>(Optional.empty());
        AtomicReference<Runnable> stale = new AtomicReference<>(() -> {});
        TillProcess.Opening opening = TillProcess.open(setup.folder(), setup.settings(), setup.machine(), tidings -> {
            heard(tidings, offlineSince, setup.machine());
            stale.get().run();
        });
        return switch (opening) {
            case TillProcess.Opening.NotEnrolled(String sentence) -> new Opening.NotEnrolled(sentence);
            case TillProcess.Opening.Opened(TillProcess till) -> {
                Station station = opened(till, setup, devices, offlineSince);
                stale.set(() -> station.isStale.set(true));
                yield new Opening.Opened(station);
            }
        };
    }

    private static Station opened(
            TillProcess till, Setup setup, Devices devices, AtomicReference<Optional<Instant>> offlineSince) {
        Store store = till.store();
        // Until the centre answers, it was last heard when it last answered.
        offlineSince.compareAndSet(Optional.empty(),
                till.database().read(tx -> tx.terminal().heard().map(Terminals.Heard::repliedAt))
                        .filter(at -> at.isAfter(Instant.EPOCH)));
        KeptAppearance kept = new KeptAppearance(setup.folder().path());
        Appearance appearance = kept.read().orElseGet(() -> new Appearance(
                setup.settings().languages().screen(), Appearance.USUAL.theme(), Appearance.USUAL.fontPercent()));
        Optional<LeftPayments> left = devices.terminal().map(terminal -> new LeftPayments(till, terminal));
        Desk desk = new Desk(till, StorePaper.of(store, setup.settings().languages().receipt()), devices,
                setup.settings().receipts());
        Threads threads = new Threads(desk, devices.speaker(), new Threads.Elsewhere() {
            @Override
            public void keep(TillEffect.KeepAppearance effect) {
                kept.write(effect.appearance());
            }

            @Override
            public void askLeftCards() {
                left.ifPresent(LeftPayments::wake);
            }

            @Override
            public boolean switchNetwork(TillEffect.SwitchNetwork effect) {
                if (effect.isCut()) {
                    till.network().cut();
                } else {
                    till.network().restore();
                }
                return till.network().isCut();
            }
        });
        KeyChanges keys = KeyFile.read(setup.folder().path(), setup.scanner());
        keys.mistakes().forEach(mistake -> LOG.warn("the usual keys are in force: {}: {}", KeyFile.NAME, mistake));
        Lane lane = new Lane(name(store, till), till.identity().till(), till.identity().terminal(), store.zone(), store.taxRule(),
                store.changeMax(), store.cashiers(), store.supervisors(), store.stockPolicy(), store.bookAge(), store.discounts(),
                store.limits(), store.drawer(), store.coin(), keys.keymap(), setup.scanner(),
                setup.hasNetworkSwitch(), devices.equipment());
        TillState state = TillState.starting(lane, appearance, SyncStatus.calm(Money.zero(store.currency())),
                setup.machine().clock().instant());
        TillLoop loop = new TillLoop(state, threads, () -> TimeUnit.NANOSECONDS.toMicros(System.nanoTime()));
        Station station = new Station(till, new Parts(threads, loop, offlineSince, left, !keys.mistakes().isEmpty()));
        loop.tell(new TillEvent.RosterTold(station.rosterShown));
        station.showCards();
        loop.tell(desk.opened(OpenSale.of(store.basket()).rounded(store.coin())));
        loop.tell(new TillEvent.FavouritesChosen(store.favourites().stream()
                .flatMap(sku -> till.lookup().find(sku.code()) instanceof Lookup.Meaning.Found found
                        ? Optional.of(found.article()).stream()
                        : Optional.<Lookup.Article>empty().stream())
                .map(Desk::article)
                .toList()));
        station.showPromotions();
        return station;
    }

    private static String name(Store store, TillProcess till) {
        return store.shopName().isBlank() ? till.identity().branch() : store.shopName();
    }

    /// Starts the line, and begins to tell the screen about it.
    public void start() {
        till.start();
        beside.add(Thread.ofPlatform().name("banner").daemon().start(this::watch));
        left.ifPresent(payments ->
                beside.add(Thread.ofPlatform().name("left-payments").daemon().start(() -> payments.run(stopped))));
    }

    /// The till without its screen.
    public TillProcess till() {
        return till;
    }

    /// The loop that the window shows.
    public TillLoop loop() {
        return loop;
    }

    /// Ends: what is being saved is saved; what waits for the centre stays in the ledger. Who still looked at the ledger is waited for:
    /// afterwards it would be opened once more, beside whoever holds the folder then.
    @Override
    public void close() {
        stopped.countDown();
        left.ifPresent(LeftPayments::wake);
        threads.close();
        for (Thread thread : beside) {
            try {
                thread.join(PATIENCE);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
        till.close();
    }

    private void watch() {
        try {
            do {
                look();
            } while (!stopped.await(TICK_SECONDS, TimeUnit.SECONDS));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            showWaiting();
            showPromotions();
            showCards();
        } catch (StorageFailure e) {
            // Closing ends here too; a disk that fails is told to the cashier by the sale that needs it.
            LOG.warn("the banner could not be read: {}", e.sentence());
        } catch (IllegalArgumentException e) {
            LOG.warn("a setting of the store cannot be understood; the one before stays in force until the next start", e);
        }
    }

    private void showWaiting() {
        long head = till.database().read(tx -> tx.streams().open()
                .flatMap(stream -> tx.postings().head(till.identity().branch(), stream.id()))
                .map(position -> position.seq())
                .orElse(0L));
        if (isStale.getAndSet(false) || head != headShown) {
            headShown = head;
            loop.tell(new TillEvent.Synced(status()));
            showRoster();
        }
    }

    /// Who was hired or removed meanwhile, and what the store wants of them now.
    private void showRoster() {
        Roster roster = PinCheck.roster(till.database());
        if (!roster.equals(rosterShown)) {
            rosterShown = roster;
            warnOfUnclear(roster);
            loop.tell(new TillEvent.RosterTold(roster));
        }
    }

    private static void warnOfUnclear(Roster roster) {
        if (!roster.permissions().unclear().isEmpty()) {
            LOG.warn("the setting permissions says {}, which this version of the till does not understand; the rest of it is in force",
                    String.join(" ", roster.permissions().unclear()));
        }
    }

    private long headShown = -1;

    private void showPromotions() {
        FeedPage.Sum sum = till.database().read(tx -> tx.feedState().sums()).getOrDefault(Feed.PROMOTION, FeedPage.Sum.NONE);
        if (!sum.equals(promotionsShown)) {
            promotionsShown = sum;
            loop.tell(new TillEvent.Promoted(till.lookup().promotions()));
        }
    }

    private FeedPage.Sum promotionsShown = FeedPage.Sum.NONE;

    private void showCards() {
        FeedPage.Sum sum = till.database().read(tx -> tx.feedState().sums()).getOrDefault(FeedDue.ALERT, FeedPage.Sum.NONE);
        CardsShown now = new CardsShown(sum, Freshness.read(till.database()).ahead().truncatedTo(ChronoUnit.MINUTES));
        if (!now.equals(cardsShown)) {
            RedCards cards = new ToldCards(till.database()).worst(Limits.RED_CARDS_MAX);
            cardsShown = now;
            loop.tell(new TillEvent.CardsTold(cards));
        }
    }

    private CardsShown cardsShown = new CardsShown(FeedPage.Sum.NONE, Duration.ZERO);

    /// Of which rows, and by which clock.
    private record CardsShown(FeedPage.Sum sum, Duration ahead) {}

    private SyncStatus status() {
        Waiting waiting = backlog.read();
        Money nothing = Money.zero(till.store().currency());
        return new SyncStatus(offlineSince.get(), waiting.sales(), waiting.value().orElse(nothing), waiting.oldest(),
                Freshness.read(till.database()).confirmedAt(), waiting.parked(), cards(till), advice());
    }

    /// The card payments of a till that no answer came to.
    static List<LeftCard> cards(TillProcess till) {
        return LeftPayments.left(till).stream()
                .map(open -> new LeftCard(open.attempt(), open.amount(), open.askedAt()))
                .toList();
    }

    private List<SyncStatus.Advice> advice() {
        return till.database().read(tx -> {
            List<SyncStatus.Advice> advice = new ArrayList<>();
            if (tx.terminal().needsUpdate()) {
                advice.add(SyncStatus.Advice.UPDATE);
            }
            if (tx.terminal().heard().map(Terminals.Heard::runsTwice).orElse(false)) {
                advice.add(SyncStatus.Advice.ENROL_AGAIN);
            }
            if (till.distrust().isPresent()) {
                advice.add(SyncStatus.Advice.MEND_TRUST);
            }
            if (hasWrongKeys) {
                advice.add(SyncStatus.Advice.MEND_KEYS);
            }
            return advice;
        });
    }

    private static void heard(
            Sync.Tidings tidings, AtomicReference<Optional<Instant>> offlineSince, Machine machine) {
        if (tidings instanceof Sync.Tidings.Pushed(Courier.Round round)) {
            switch (round) {
                case Courier.Round.Delivered _ -> offlineSince.set(Optional.empty());
                case Courier.Round.Moved(String sentence, _) -> {
                    LOG.warn("{}", sentence);
                    offlineSince.set(Optional.empty());
                }
                case Courier.Round.Undelivered _ -> offlineSince.updateAndGet(since ->
                        since.isPresent() ? since : Optional.of(machine.clock().instant()));
            }
        }
    }
}
