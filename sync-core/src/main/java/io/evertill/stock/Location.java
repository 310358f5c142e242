package io.evertill.stock;

/// A physical space below a branch (R8).
///
/// @param branch the branch's code
/// @param name what places call it, such as `BACK`; 1 to 64 characters, without the `/` that ends it in a place's code
/// @param aisle at most 64 characters, may be empty
/// @param shelf at most 64 characters, may be empty
public record Location(String branch, String name, String aisle, String shelf) {
    private static final int WHERE_LENGTH_MAX = 64;

    /// Checks the ranges above.
    public Location {
        if (!Place.isName(branch) || !Place.isName(name)) {
            throw new IllegalArgumentException("no location can be called '" + name + "' in branch '" + branch + "'");
        }
        Wording.allow("an aisle", aisle, WHERE_LENGTH_MAX);
        Wording.allow("a shelf", shelf, WHERE_LENGTH_MAX);
    }

    /// The location that every branch has.
    public static Location main(String branch) {
        return new Location(branch, Place.MAIN, "", "");
    }
}
