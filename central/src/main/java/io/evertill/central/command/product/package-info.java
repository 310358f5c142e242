/// Commands that define products, prices, taxes and settings.
@NullMarked
package io.evertill.central.command.product;

import org.jspecify.annotations.NullMarked;
