/// The command line of the till: `evertill till|enrol|replay|sync|status|verify|repair|rollback|doctor|export` and more.
///
/// Each command is a class that reads its options, does one thing of [io.evertill.pos] or [io.evertill.replay] and says
/// what came of it: a sentence for people, JSON for programs, an exit code for both. A person never sees a stack trace; what
/// was not foreseen goes to the log file in the data folder.
///
/// More than 14 files because each command is a class of its own.
@NullMarked
package io.evertill.command;

import org.jspecify.annotations.NullMarked;
