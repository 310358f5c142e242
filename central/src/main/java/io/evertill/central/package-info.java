/// The centre as a process: what it opens, the jobs it runs, the program and its command line.
///
/// [Centre][io.evertill.central.Centre] is the whole of it as an object, also inside another program;
/// [CentralApp][io.evertill.central.CentralApp] is the program `evertill-central`. Nothing is decided here about an entry,
/// a stream or the feed.
@NullMarked
package io.evertill.central;

import org.jspecify.annotations.NullMarked;
