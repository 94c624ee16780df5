package org.guildhall.checkout.pricing;

import java.time.LocalDate;
import java.util.Optional;
import org.guildhall.checkout.CheckoutPolicy;
import org.guildhall.loyalty.PointsWorth;
import org.guildhall.loyalty.SimulationView.Worth;
import org.guildhall.policies.Policies;
import org.springframework.stereotype.Component;

/** A point is worth what the counter takes it for. */
@Component
class PointsAtTheCounter implements PointsWorth {

    private final Policies policies;

    PointsAtTheCounter(Policies policies) {
        this.policies = policies;
    }

    @Override
    public Optional<Worth> on(LocalDate day) {
        var rules = policies.inForce(CheckoutPolicy.KIND, day);
        var points = rules.policy().points();
        return points.allowed()
                ? Optional.of(new Worth(points.per(), points.worth(), rules.kind(), rules.version()))
                : Optional.empty();
    }
}
