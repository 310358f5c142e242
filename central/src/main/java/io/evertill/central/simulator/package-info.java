/// The ledger simulator (R23): the production engine on a ledger in memory, with tills that can be cut off and a clock that is
/// moved by hand.
///
/// Everything that is posted goes the way that it goes in a shop: the commands of the centre, and tills with a ledger of their
/// own that hand over entries. Nothing is computed here but what is shown, and what is shown is added up from the movements
/// once more, beside the engine.
@NullMarked
package io.evertill.central.simulator;

import org.jspecify.annotations.NullMarked;
