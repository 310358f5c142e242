/// What may be wrong around a till: its disk, clock, centre, database, devices and settings, each looked at by a
/// [Check][io.evertill.doctor.Check] that says what it found and what to do.
///
/// Nothing is changed, sold or charged, and nothing secret is said. Every check works beside a running till.
@NullMarked
package io.evertill.doctor;

import org.jspecify.annotations.NullMarked;
