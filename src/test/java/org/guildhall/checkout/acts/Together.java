package org.guildhall.checkout.acts;

import java.util.List;
import java.util.stream.IntStream;
import org.guildhall.checkout.CheckoutPolicy;
import org.guildhall.checkout.CommitCheckout;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.policies.Policies;
import org.springframework.boot.test.context.TestComponent;

/** Sells a group that a test has chosen. */
@TestComponent
public final class Together {

    private final SellingTogether together;
    private final Policies policies;
    private final BusinessTime time;

    Together(SellingTogether together, Policies policies, BusinessTime time) {
        this.together = together;
        this.policies = policies;
        this.time = time;
    }

    /** Which of these were sold, each asked for under its key in a request of that name. */
    public List<Boolean> sell(List<CommitCheckout> commands, List<String> keys) {
        var rules = policies.inForce(CheckoutPolicy.KIND, time.today());
        var orders = IntStream.range(0, keys.size())
                .mapToObj(i -> new SellingTogether.Order(
                        commands.get(i),
                        new Asked(keys.get(i), List.of("sell", commands.get(i)), null),
                        rules,
                        keys.get(i)))
                .toList();
        return together.sellIfWell(orders).stream()
                .map(sold -> sold.isPresent())
                .toList();
    }
}
