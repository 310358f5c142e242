/// The devices of a till as ports: receipt printer and cash drawer, each with an implementation that writes files.
///
/// A device never holds a sale: the sale is durable before a device is asked, and a device that fails answers with a
/// sentence.
@NullMarked
package io.evertill.device;

import org.jspecify.annotations.NullMarked;
