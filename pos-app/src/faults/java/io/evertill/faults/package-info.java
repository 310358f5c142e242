/// Real processes, really broken: tills and a centre in Java machines of their own, a network that breaks between them, and
/// `kill -9` in every cycle; in the end nothing may be lost and nothing counted twice.
///
/// `mvn -q -Pfaults` runs it; no package ships it. The seed decides what is broken when; how far each process is at that
/// moment is up to the machine, so a repeated seed repeats the plan and not every interleaving.
@NullMarked
package io.evertill.faults;

import org.jspecify.annotations.NullMarked;
