/// The centre as a process: an HTTP server over `ingest` and `feed`, five jobs, settings and commands.
///
/// [Centre][io.evertill.central.Centre] is the whole of it as an object, also inside another program;
/// [CentralApp][io.evertill.central.CentralApp] is the program `evertill-central`. Nothing is decided here about an entry,
/// a stream or the feed.
///
/// More than 14 files because every route and every command is a class of its own.
@NullMarked
package io.evertill.central;

import org.jspecify.annotations.NullMarked;
