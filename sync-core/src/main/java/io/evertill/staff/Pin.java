package io.evertill.staff;

/// The digits that somebody knows, or the first of them while they are typed. They are never printed.
///
/// @param digits 0 to 8 of them
public record Pin(String digits) {
    /// Nothing typed yet.
    public static final Pin EMPTY = new Pin("");
    /// The most digits.
    public static final int LENGTH_MAX = 8;
    /// The fewest that anybody has.
    public static final int LENGTH_MIN = 4;

    /// Refuses anything else, without repeating it.
    public Pin {
        if (!digits.matches("[0-9]{0," + LENGTH_MAX + "}")) {
            throw new IllegalArgumentException("a PIN has at most " + LENGTH_MAX + " digits and nothing else");
        }
    }

    /// Whether it is long enough for a role.
    public boolean isEnoughFor(TillRole role) {
        return digits.length() >= role.pinLengthMin();
    }

    /// With a digit more; the same when it has all or the character is no digit.
    public Pin plus(int character) {
        boolean isDigit = character >= '0' && character <= '9';
        return isDigit && digits.length() < LENGTH_MAX ? new Pin(digits + (char) character) : this;
    }

    /// Without the last digit.
    public Pin erased() {
        return digits.isEmpty() ? this : new Pin(digits.substring(0, digits.length() - 1));
    }

    /// Not the digits.
    @Override
    public String toString() {
        return "Pin[hidden]";
    }
}
