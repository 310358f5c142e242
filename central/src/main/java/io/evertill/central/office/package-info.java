/// What every part of the centre stands on: settings, the machine, the database with what people define in it, and jobs.
@NullMarked
package io.evertill.central.office;

import org.jspecify.annotations.NullMarked;
