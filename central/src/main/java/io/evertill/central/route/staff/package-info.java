/// What people ask over HTTP with a key of their own: transfers, counts, batches, red cards and reports, the same as by command.
@NullMarked
package io.evertill.central.route.staff;

import org.jspecify.annotations.NullMarked;
