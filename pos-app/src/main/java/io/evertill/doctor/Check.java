package io.evertill.doctor;

/// Looks at one thing around a till.
public interface Check {
    /// What is looked at, in one word, such as `disk`.
    String name();

    /// What was found; waits some seconds at the most, unless it says otherwise.
    ///
    /// @throws io.evertill.db.StorageFailure when the database cannot be read
    Finding look();
}
