package io.evertill.rule;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A type that breaks one rule of the house for a while.
///
/// It stands on the outermost type of a file and covers all of it. The architecture tests refuse an unknown rule, an
/// empty reason, and a commit made after the last day.
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Repeatable(Exempt.All.class)
public @interface Exempt {
    /// The name of the rule, as the failing test prints it.
    String rule();

    /// Why the rule cannot be kept, and what would let it be kept again.
    String reason();

    /// The last day on which this is accepted, as `2027-06-30`.
    String until();

    /// More than one rule on the same type.
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target(ElementType.TYPE)
    @interface All {
        /// The rules that are broken.
        Exempt[] value();
    }
}
