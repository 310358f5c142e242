/// Connections to devices: over the network, a serial port, or a file of the system.
///
/// Every wait ends: a device that is off or stands still gives an `IOException` with a sentence, never a thread that hangs.
/// The one exception is a file of the system, whose patience is the system's.
@NullMarked
package io.evertill.cable;

import org.jspecify.annotations.NullMarked;
