/// Marks on code that steps outside a rule of the house, so that the step is seen, explained and ends.
///
/// [Wiring][io.evertill.rule.Wiring] marks the few classes that build the object graph of a process: clocks, randomness
/// and identifiers are made there and handed on. [Exempt][io.evertill.rule.Exempt] marks everything else that breaks
/// a rule for a while. Nothing reads either at run time; the architecture tests read them from the class files.
@NullMarked
package io.evertill.rule;

import org.jspecify.annotations.NullMarked;
