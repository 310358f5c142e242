package io.evertill.stock;

/// Where goods can be: a branch, a location in it, and the kind of place (domain 2, vocabulary).
///
/// Real places are in a branch's hands. Goods on the way between two branches are in the hands of neither: the transit place
/// of a transfer is kept once under each branch that books on it, and its balance is the sum of both. Virtual places (a
/// supplier, a customer, a loss) belong to no branch; they make every group of movements sum to zero.
///
/// @param branch the branch's code, 1 to 64 characters, for transit the one that books; empty for virtual places
/// @param location the location inside the branch, 1 to 64 characters, [#MAIN] unless the branch has more; for transit the
///     transfer; empty for virtual places
/// @param kind what being there means for the goods
public record Place(String branch, String location, Kind kind) implements Comparable<Place> {
    /// The location that every branch has.
    public static final String MAIN = "MAIN";
    /// The goods are with a customer.
    public static final Place CUSTOMER = new Place("", "", Kind.CUSTOMER);
    /// The goods are with a supplier.
    public static final Place SUPPLIER = new Place("", "", Kind.SUPPLIER);
    /// The goods are gone and nobody knows where.
    public static final Place LOSS = new Place("", "", Kind.LOSS);
    /// Where goods come from that nobody knew of.
    public static final Place FOUND = new Place("", "", Kind.FOUND);
    /// The goods were thrown away.
    public static final Place SCRAP = new Place("", "", Kind.SCRAP);
    /// Where goods go that become something else, and where that comes from.
    public static final Place CONVERSION = new Place("", "", Kind.CONVERSION);

    private static final int NAME_LENGTH_MAX = 64;

    /// What being at a place means.
    public enum Kind {
        /// On the shelf, for sale.
        AVAILABLE,
        /// Waiting for an inspection.
        INSPECTION,
        /// Came back from a customer, not yet looked at.
        RETURNED,
        /// Held back.
        QUARANTINE,
        /// Picked for an order.
        STAGED,
        /// On the way between two branches.
        TRANSIT,
        /// With a supplier; virtual.
        SUPPLIER,
        /// With a customer; virtual.
        CUSTOMER,
        /// Missing; virtual.
        LOSS,
        /// Appeared; virtual.
        FOUND,
        /// Thrown away; virtual.
        SCRAP,
        /// Taken apart or put together into something else; virtual.
        CONVERSION;

        /// Whether goods at such a place are in a branch's hands.
        public boolean isReal() {
            return compareTo(STAGED) <= 0;
        }

        /// Whether a ledger is kept of what is there.
        public boolean isKept() {
            return compareTo(TRANSIT) <= 0;
        }
    }

    /// Refuses a kept place without a branch and a virtual one with a branch.
    public Place {
        boolean isNamed = kind.isKept() ? isName(branch) && isName(location) : branch.isEmpty() && location.isEmpty();
        if (!isNamed) {
            throw new IllegalArgumentException("place " + kind + " at branch '" + branch + "', location '" + location + "'");
        }
    }

    /// Whether a text can name a branch or a location: 1 to 64 characters, not blank, no control characters.
    public static boolean isName(String text) {
        return !text.isBlank() && text.length() <= NAME_LENGTH_MAX && Wording.isPrintable(text);
    }

    /// The shelf of a branch's main location.
    public static Place shelf(String branch) {
        return new Place(branch, MAIN, Kind.AVAILABLE);
    }

    /// The shelf of a location.
    public static Place shelf(String branch, String location) {
        return new Place(branch, location, Kind.AVAILABLE);
    }

    /// The place of a kind at a branch's main location.
    public static Place at(String branch, Kind kind) {
        return new Place(branch, MAIN, kind);
    }

    /// Where a transfer's goods are on their way, as booked by a branch.
    public static Place transit(String branch, String transfer) {
        return new Place(branch, transfer, Kind.TRANSIT);
    }

    /// The place without its branch, as stored and exported: `MAIN/AVAILABLE`, or `CUSTOMER` for a virtual one.
    public String code() {
        return location.isEmpty() ? kind.name() : location + "/" + kind.name();
    }

    /// Reads [#code] back.
    ///
    /// @throws IllegalArgumentException when the code names no kind of place
    public static Place parse(String branch, String code) {
        int slash = code.lastIndexOf('/');
        return slash < 0
                ? new Place("", "", Kind.valueOf(code))
                : new Place(branch, code.substring(0, slash), Kind.valueOf(code.substring(slash + 1)));
    }

    @Override
    public int compareTo(Place other) {
        int byBranch = branch.compareTo(other.branch);
        return byBranch != 0 ? byBranch : code().compareTo(other.code());
    }
}
