/// Bytes: how entries, batches, replies and the feed look on the wire and on disk.
///
/// Bodies are canonical JSON, written once and never again; every shipped version stays readable.
@NullMarked
package io.evertill.wire;

import org.jspecify.annotations.NullMarked;
