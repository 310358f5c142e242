/// The staff of a store as a till knows them: who they are, what they may do, and how they show that it is they.
@NullMarked
package io.evertill.staff;

import org.jspecify.annotations.NullMarked;
