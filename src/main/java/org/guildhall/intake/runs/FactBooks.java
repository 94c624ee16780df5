package org.guildhall.intake.runs;

import org.guildhall.loyalty.Loyalty;
import org.guildhall.loyalty.PointsHistories;
import org.springframework.stereotype.Component;

/** Where what files tell of members is recorded. */
@Component
record FactBooks(Loyalty purchases, PointsHistories points) {}
