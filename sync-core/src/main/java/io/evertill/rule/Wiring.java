package io.evertill.rule;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A class that builds the object graph of a process.
///
/// It may make clocks, randomness, identifiers and threads, read the environment and print before the logs exist. It
/// decides nothing. It stands in `pos-app` or `central`, never in `sync-core` or `ui`.
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Wiring {}
