/// HTTP: the server, who may ask, how a request is read, how an error is said, and what tells whether the centre is well.
@NullMarked
package io.evertill.central.route;

import org.jspecify.annotations.NullMarked;
