package io.evertill.till;

import io.evertill.person.Person;
import io.evertill.shift.Shift;

/// Who is at the till, and in which shift.
public record Duty(Person cashier, Shift shift) {}
