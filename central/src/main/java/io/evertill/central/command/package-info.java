/// What all commands share: where they find the centre, who acts, and the words they say.
@NullMarked
package io.evertill.central.command;

import org.jspecify.annotations.NullMarked;
