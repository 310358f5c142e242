/// The devices of a till as ports: receipt printer, cash drawer, scale and scanner at the end of a cable, or as files.
///
/// A device never holds a sale: the sale is durable before a device is asked, and a device that fails answers with a
/// sentence.
///
/// More than 14 files because each device is a port with more than one implementation.
@NullMarked
package io.evertill.device;

import org.jspecify.annotations.NullMarked;
