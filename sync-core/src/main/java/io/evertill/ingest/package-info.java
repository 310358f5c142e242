/// The centre's end of the upload: accept bytes, then apply what they say (protocol 2.4).
@NullMarked
package io.evertill.ingest;

import org.jspecify.annotations.NullMarked;
