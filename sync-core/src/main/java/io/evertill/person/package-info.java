/// The people who act: who is signed in at a till, and who is named in the ledger.
@NullMarked
package io.evertill.person;

import org.jspecify.annotations.NullMarked;
