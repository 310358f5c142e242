/// Commands that keep the centre well: copies of it, proofs, repairs, exports.
@NullMarked
package io.evertill.central.command.upkeep;

import org.jspecify.annotations.NullMarked;
