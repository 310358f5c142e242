/// How a customer pays: cash, card or voucher, and what is still due or given back.
@NullMarked
package io.evertill.tender;

import org.jspecify.annotations.NullMarked;
