/// HTTP: the server, who may ask, how a request is read and answered, how an error is said, and what is measured.
@NullMarked
package io.evertill.central.route;

import org.jspecify.annotations.NullMarked;
