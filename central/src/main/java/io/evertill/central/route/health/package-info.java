/// What the centre says of itself over HTTP: whether it is well, and what it answers.
@NullMarked
package io.evertill.central.route.health;

import org.jspecify.annotations.NullMarked;
