package io.evertill.central.simulator;

import io.evertill.central.office.Office;
import io.evertill.inventory.Review;
import io.evertill.reservation.Limits;
import io.evertill.reserving.Reservations;

/// What the centre does by itself, at the moment it is told to.
final class Jobs {
    private final Office office;
    private final Reservations reservations;

    Jobs(Office office) {
        this.office = office;
        this.reservations = new Reservations(office.db(), Limits.USUAL);
    }

    /// Ends promises whose time is over and brings the red cards up to date.
    void look() {
        while (reservations.sweep() > 0) {
            // Page by page.
        }
        office.db().write(Review::run);
    }
}
