/// The payment terminal as a port, with a terminal on the network and one that is simulated.
///
/// Two rules carry everything: an attempt has an id that is durable at the till before the terminal hears of it, and the
/// terminal does nothing twice for one id. So every question can be asked again after a crash or a cut, at any point.
@NullMarked
package io.evertill.payment;

import org.jspecify.annotations.NullMarked;
