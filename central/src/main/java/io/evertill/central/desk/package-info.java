/// What people and programs ask of the centre and what they read of it, the same by command and over HTTP.
///
/// More than 14 files because each thing that is asked for or read is a class of its own.
@NullMarked
package io.evertill.central.desk;

import org.jspecify.annotations.NullMarked;
