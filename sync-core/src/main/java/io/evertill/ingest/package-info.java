/// The centre's end of the upload: accept bytes, then apply what they say (protocol 2.4).
///
/// More than 14 files because each duty of the centre towards a till is a class of its own.
@NullMarked
package io.evertill.ingest;

import org.jspecify.annotations.NullMarked;
