/// Bytes: how entries, batches, replies and the feed look on the wire and on disk.
///
/// Bodies are canonical JSON, written once and never again; every shipped version stays readable.
///
/// More than 14 files because each message and body has its own codec next to the records of the protocol.
@NullMarked
package io.evertill.wire;

import org.jspecify.annotations.NullMarked;
