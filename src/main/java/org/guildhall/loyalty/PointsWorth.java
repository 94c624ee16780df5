package org.guildhall.loyalty;

import java.time.LocalDate;
import java.util.Optional;
import org.guildhall.loyalty.SimulationView.Worth;

/** Says what a point is worth in money, so that simulations can say what points cost; the module that takes points for money offers one. */
public interface PointsWorth {

    /** So many points for so much money on a day, with the rule that says so; empty when points are no money then. */
    Optional<Worth> on(LocalDate day);
}
