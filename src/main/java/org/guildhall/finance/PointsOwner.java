package org.guildhall.finance;

import java.util.UUID;
import org.guildhall.kernel.Money;

/** How many of the points asked about one member owns, and what they are worth. */
public record PointsOwner(UUID member, long points, Money worth) {}
