package io.evertill.db;

import java.time.Instant;

/// A transaction: one moment of time, and the tables.
///
/// Tables of the till exist in a till's database only, those of the centre in the centre's; [#facts], [#postings],
/// [#stock] and [#fence] exist in both.
public final class Tx {
    private static final String SERVER = """
            SELECT CAST(s.system_identifier AS TEXT), CAST(c.timeline_id AS TEXT)
            FROM pg_control_system() s, pg_control_checkpoint() c
            """;

    private static final String CLOCK = "SELECT CAST(extract(epoch FROM clock_timestamp()) * 1000000 AS BIGINT)";

    private final Sql sql;
    private final Dialect dialect;
    private final Instant now;

    Tx(Sql sql, Dialect dialect, Instant now) {
        this.sql = sql;
        this.dialect = dialect;
        this.now = now;
    }

    /// What tells a PostgreSQL server and its timeline from another.
    String server() {
        return sql.find(SERVER, row -> row.text(1) + "/" + row.text(2)).orElseThrow();
    }

    /// The one instant of this transaction, to the microsecond.
    public Instant now() {
        return now;
    }

    /// The database's own clock at this moment, to the microsecond: later than every lock that the transaction has waited for.
    ///
    /// A server's clock is one for all programs that use it. The only lock of a file is granted before the transaction has its
    /// [#now].
    public Instant clock() {
        return switch (dialect) {
            case SQLITE -> now;
            case POSTGRESQL -> Micros.instant(sql.number(CLOCK));
        };
    }

    /// The business facts, at either end.
    public Facts facts() {
        return new Facts(sql, dialect);
    }

    /// The positions of facts in streams, at either end.
    public Postings postings() {
        return new Postings(sql);
    }

    /// Movements and levels, at either end.
    public Stock stock() {
        return new Stock(sql, dialect);
    }

    /// What is computed from the entries, at the till.
    public Computed computed() {
        return new Computed(sql);
    }

    /// What stock did that it should not do, at the centre.
    public StockExceptions stockExceptions() {
        return new StockExceptions(sql);
    }

    /// Red cards, at the centre.
    public Alerts alerts() {
        return new Alerts(sql);
    }

    /// The least that stores want to have, at the centre.
    public Minimums minimums() {
        return new Minimums(sql);
    }

    /// The batches of products, at the centre.
    public Lots lots() {
        return new Lots(sql);
    }

    /// What stands where of which batch, at the centre.
    public BatchStock batchStock() {
        return new BatchStock(sql);
    }

    /// The pieces with numbers, at the centre.
    public Serials serials() {
        return new Serials(sql);
    }

    /// What came back of receipts, at the centre.
    public ReturnLines returnLines() {
        return new ReturnLines(sql);
    }

    /// What came back more often than it was sold, at the centre.
    public OverReturns overReturns() {
        return new OverReturns(sql);
    }

    /// Card payments that terminals keep, at the centre.
    public KeptPayments keptPayments() {
        return new KeptPayments(sql);
    }

    /// What other tills sold, at the till.
    public SoldElsewhere soldElsewhere() {
        return new SoldElsewhere(sql);
    }

    /// What the movements of a key sum to up to one of them, at the centre.
    public StockSnapshots stockSnapshots() {
        return new StockSnapshots(sql);
    }

    /// What there was and what made it, at the centre.
    public StockHistory stockHistory() {
        return new StockHistory(sql);
    }

    /// What stock cost, at the centre.
    public UnitCosts unitCosts() {
        return new UnitCosts(sql, dialect);
    }

    /// Branches and their locations, at the centre.
    public Branches branches() {
        return new Branches(sql);
    }

    /// Closed periods, at the centre.
    public Periods periods() {
        return new Periods(sql, dialect);
    }

    /// Levels, snapshots and movements side by side, at the centre.
    public Balances balances() {
        return new Balances(sql);
    }

    /// Keys of stock that were repaired or are frozen, at the centre.
    public Repairs repairs() {
        return new Repairs(sql);
    }

    /// Work that one node of the centre does at a time.
    public Leases leases() {
        return new Leases(sql);
    }

    /// What can be promised of a shelf, at the centre.
    public Shelves shelves() {
        return new Shelves(sql);
    }

    /// Promises of goods, at the centre.
    public ReservationEntries reservations() {
        return new ReservationEntries(sql, dialect);
    }

    /// Payments for promises that had ended, at the centre.
    public LatePayments latePayments() {
        return new LatePayments(sql);
    }

    /// The programs that may ask the centre for promises.
    public Clients clients() {
        return new Clients(sql);
    }

    /// The people who act at the centre over HTTP.
    public Staff staff() {
        return new Staff(sql);
    }

    /// The people who work at the tills, at the centre.
    public StoreStaff storeStaff() {
        return new StoreStaff(sql);
    }

    /// Wrong PINs, at the till.
    public PinTries pinTries() {
        return new PinTries(sql);
    }

    /// Who had lines of a count list counted again, rejected or cancelled.
    public CountDecisions countDecisions() {
        return new CountDecisions(sql);
    }

    /// The lists of what is counted, at the centre.
    public CountLines countLines() {
        return new CountLines(sql);
    }

    /// What was counted and not handed in yet, at the till.
    public CountDrafts countDrafts() {
        return new CountDrafts(sql);
    }

    /// What persons counted, at the centre.
    public CountAttempts countAttempts() {
        return new CountAttempts(sql);
    }

    /// How often products are counted, at the centre.
    public CountClasses countClasses() {
        return new CountClasses(sql);
    }

    /// Transfers between branches, at the centre.
    public TransferRows transfers() {
        return new TransferRows(sql);
    }

    /// What is on the way between branches, at the centre.
    public Transits transits() {
        return new Transits(sql);
    }

    /// The mark that tells a copy of the database from the original, at either end.
    public Fences fence() {
        return new Fences(sql);
    }

    /// The till's own streams.
    public Streams streams() {
        return new Streams(sql);
    }

    /// Who this till is, and what it last heard.
    public Terminals terminal() {
        return new Terminals(sql);
    }

    /// The till's shifts and their drawers.
    public Shifts shifts() {
        return new Shifts(sql);
    }

    /// The numbers of the till's reports.
    public ZReports zReports() {
        return new ZReports(sql);
    }

    /// How far the till's entries have come.
    public Deliveries deliveries() {
        return new Deliveries(sql);
    }

    /// The till's entries, the newest first.
    public JournalRows journal() {
        return new JournalRows(sql);
    }

    /// What the centre has of the till's closed shifts.
    public ShiftProofs shiftProofs() {
        return new ShiftProofs(sql);
    }

    /// The till's receipts and what came back of them.
    public Receipts receipts() {
        return new Receipts(sql);
    }

    /// What the till sold of reserved goods.
    public CollectedGoods collected() {
        return new CollectedGoods(sql);
    }

    /// The basket on the counter and its open card attempts.
    public Counter counter() {
        return new Counter(sql);
    }

    /// The baskets that wait at the till.
    public HeldBaskets held() {
        return new HeldBaskets(sql);
    }

    /// The till's catalogue.
    public Catalogue catalogue() {
        return new Catalogue(sql);
    }

    /// The till's prices, taxes and settings.
    public Terms terms() {
        return new Terms(sql);
    }

    /// The customers that the till knows.
    public Customers customers() {
        return new Customers(sql);
    }

    /// The centre's book of customers.
    public CustomerBook customerBook() {
        return new CustomerBook(sql);
    }

    /// How far the till has read the feed.
    public FeedState feedState() {
        return new FeedState(sql);
    }

    /// What stands for sale in a branch, at either end.
    public ForSale forSale() {
        return new ForSale(sql);
    }

    /// What the till was told about stock.
    public FedRows fed() {
        return new FedRows(sql);
    }

    /// What the centre is to tell the tills about stock.
    public FeedDue feedDue() {
        return new FeedDue(sql);
    }

    /// The centre's own row.
    public Centre centre() {
        return new Centre(sql);
    }

    /// The tills that the centre knows.
    public Tills tills() {
        return new Tills(sql);
    }

    /// The tills' streams as the centre holds them.
    public AcceptedStreams acceptedStreams() {
        return new AcceptedStreams(sql);
    }

    /// Entries that wait for a person.
    public Parked parked() {
        return new Parked(sql);
    }

    /// What a person should know.
    public Incidents incidents() {
        return new Incidents(sql);
    }

    /// The runs of the tills' programs.
    public Boots boots() {
        return new Boots(sql);
    }

    /// The centre's sales.
    public Sales sales() {
        return new Sales(sql);
    }

    /// The centre's products, prices, taxes and settings.
    public Definitions definitions() {
        return new Definitions(sql);
    }

    /// What the centre's prices were, as they were known.
    public PriceVersions priceVersions() {
        return new PriceVersions(sql);
    }

    /// The centre's feed.
    public FeedRows feedRows() {
        return new FeedRows(sql);
    }
}
