/// What a till is told about stock, and what it makes of it before a sale: figures with their age, goods on the way, promises,
/// batches that are held back, and what is to be counted. All of it is advice: a till never refuses what has happened.
@NullMarked
package io.evertill.availability;

import org.jspecify.annotations.NullMarked;
