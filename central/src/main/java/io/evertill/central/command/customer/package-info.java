/// The commands for the book of customers.
@NullMarked
package io.evertill.central.command.customer;

import org.jspecify.annotations.NullMarked;
