/// What a manager should act on: red cards, each with the facts and one next step.
///
/// A [Finding] is what is so now; [Cards] decides from the findings and the open cards which to open, to bring up to date and
/// to close. Acknowledging and snoozing are decisions of a person and close nothing. A [RedCard] is what tills are told of an open one,
/// with its [Facts] in figures, so that they say them in their own words.
@NullMarked
package io.evertill.alert;

import org.jspecify.annotations.NullMarked;
