/// `mvn -q -Pbench`: how fast and how small, each figure beside a bare tool that ran in the same minutes.
///
/// [Bench][io.evertill.bench.Bench] runs the measurements and prints one table. Machines are shared and noisy, so what
/// counts is the ratio of interleaved runs; absolute times are reported. Nothing here is asserted by a test, and no package
/// ships it.
///
/// More than 14 files because each measurement is a class of its own.
@NullMarked
package io.evertill.bench;

import org.jspecify.annotations.NullMarked;
