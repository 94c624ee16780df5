package org.guildhall.loyalty.simulation;

import java.math.BigInteger;
import org.guildhall.kernel.Money;
import org.guildhall.loyalty.SimulationResult.Cost;
import org.guildhall.loyalty.SimulationResult.Figure;
import org.guildhall.loyalty.SimulationView.Worth;
import org.jspecify.annotations.Nullable;

/** Turns points into what they cost, to the nearest smallest unit, halves away from zero; each figure by itself. */
record PointsPrice(@Nullable Worth worth) {

    @Nullable
    Cost of(Figure points) {
        if (worth == null) {
            return null;
        }
        var before = money(worth, points.before());
        var after = money(worth, points.after());
        return new Cost(before, after, after.minus(before));
    }

    private static Money money(Worth worth, long points) {
        var twice = BigInteger.valueOf(points)
                .abs()
                .multiply(BigInteger.valueOf(worth.money().minor()))
                .shiftLeft(1)
                .add(BigInteger.valueOf(worth.points()))
                .divide(BigInteger.valueOf(worth.points()).shiftLeft(1));
        return new Money(
                Long.signum(points) * twice.longValueExact(), worth.money().currency());
    }
}
