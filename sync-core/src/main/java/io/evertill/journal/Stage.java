package io.evertill.journal;

/// How far an entry of a till has come.
public enum Stage {
    /// It is on this till's disk alone.
    SAVED,
    /// It left the till, and no answer came yet.
    SENT,
    /// The centre proved to hold it, to the byte.
    ACCEPTED,
    /// The centre has made stock and reports of it.
    APPLIED,
    /// The centre holds it, and it waits there for a person.
    SET_ASIDE
}
