package io.evertill.transfer;

/// What people ask for about a transfer; each can be refused.
public enum Step {
    /// The target asks for goods.
    REQUEST,
    /// The source agrees, perhaps to less.
    APPROVE,
    /// The source does not agree.
    REJECT,
    /// The source began to pick.
    PICK,
    /// The transfer is not wanted any more, and nothing of it has left.
    CANCEL,
    /// The transfer is not wanted any more, and goods are on the way: they are to come back.
    RECALL,
    /// Everything is accounted for.
    CLOSE
}
