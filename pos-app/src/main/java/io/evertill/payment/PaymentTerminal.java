package io.evertill.payment;

import io.evertill.device.Done;
import io.evertill.money.Money;
import io.evertill.tender.TerminalWord;
import java.util.UUID;

/// A card terminal that the till can ask. Never throws for one that is off, slow or gone: that is [TerminalWord.Unknown], or
/// [TerminalWord.Declined] where it certainly heard nothing.
///
/// Calls may come from several threads at once.
public interface PaymentTerminal {
    /// Asks for a payment and waits for the customer. However often an attempt is asked for, it pays once.
    ///
    /// @param attempt its id, durable at the till before
    /// @param amount negative when it is paid back
    TerminalWord pay(UUID attempt, Money amount);

    /// What became of an attempt; waits while the customer is still at it. One that the terminal never heard of is barred:
    /// a request for it that is still on its way pays nothing.
    TerminalWord resolve(UUID attempt);

    /// Asks the terminal to give an attempt up. Whoever waits for the attempt hears what became of it; what was approved
    /// before stays approved.
    void stop(UUID attempt);

    /// Makes certain that an attempt pays nothing: gives it up, bars it, or gives back what it took, once however often it is asked.
    /// [TerminalWord.Declined] or [TerminalWord.TimedOut] when that is so, [TerminalWord.Approved] when the terminal keeps the money.
    TerminalWord undo(UUID attempt);

    /// Whether the terminal answers. Moves no money.
    Done test();
}
