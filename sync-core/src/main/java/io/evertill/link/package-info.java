/// The network between till and centre: over HTTP, or inside one process for demonstrations and tests.
@NullMarked
package io.evertill.link;

import org.jspecify.annotations.NullMarked;
