/// What a cashier sees next: the till as one immutable state and one pure step.
///
/// [Till#step][io.evertill.till.Till] takes a [TillState][io.evertill.till.TillState] and a
/// [TillEvent][io.evertill.till.TillEvent] and answers with the next state and a list of
/// [TillEffect][io.evertill.till.TillEffect]s. Somebody else carries the effects out behind
/// [Errands][io.evertill.till.Errands] and answers with events; an effect that wants an answer carries a number, so that
/// a late answer is recognised and ignored. There is no clock, no chance, no thread and no screen in here.
///
/// What the cashier is doing is an [Activity][io.evertill.till.Activity]; what can be done is an
/// [Action][io.evertill.till.Action], and a [Keymap][io.evertill.till.Keymap] says by which key. Nothing here is a text
/// in a language: a [Phrase][io.evertill.till.Phrase] names it and the views say it.
///
/// Promises: a scan is a code and nothing else, whatever is on screen; what a customer has paid stays until the sale is
/// in the ledger; the drawer opens and the receipt is printed only after that.
///
/// More than 14 files because events, effects, activities and their parts are one vocabulary that is read together.
@NullMarked
package io.evertill.till;

import org.jspecify.annotations.NullMarked;
