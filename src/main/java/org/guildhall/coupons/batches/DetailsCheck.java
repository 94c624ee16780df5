package org.guildhall.coupons.batches;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guildhall.access.Organisation;
import org.guildhall.access.Unit;
import org.guildhall.coupons.BatchDetails;
import org.guildhall.coupons.Benefit;
import org.guildhall.coupons.Validity;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Horizon;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Refusal;
import org.springframework.stereotype.Component;

/** What the fields of a batch cannot say each for itself. */
@Component
class DetailsCheck {

    private static final long MOST_MINOR = 1_000_000_000_000L;

    private final Organisation organisation;
    private final BusinessTime time;

    DetailsCheck(Organisation organisation, BusinessTime time) {
        this.organisation = organisation;
        this.time = time;
    }

    /** Refuses details that contradict themselves; {@code path} leads to their fields. */
    void require(BatchDetails details, String path) {
        var broken = new ArrayList<Refusal.Field>();
        benefit(details.benefit(), path + "benefit.", broken);
        if (details.validity() instanceof Validity.FixedDays days) {
            days(days, path + "validity.", broken);
        }
        var open = organisation.stores().stream().map(Unit::id).collect(Collectors.toSet());
        for (int i = 0; i < details.stores().size(); i++) {
            if (!open.contains(details.stores().get(i))) {
                broken.add(new Refusal.Field(
                        path + "stores[" + i + "]", details.stores().get(i), "open-store"));
            }
        }
        if (!broken.isEmpty()) {
            throw Refusal.of(new InvalidInput(broken));
        }
    }

    private void days(Validity.FixedDays days, String path, List<Refusal.Field> broken) {
        if (days.to().isBefore(days.from())) {
            broken.add(new Refusal.Field(path + "to", days.to(), "not-before-first-day"));
        }
        Stream.of(
                        Horizon.outside(path + "from", days.from(), time.today()),
                        Horizon.outside(path + "to", days.to(), time.today()))
                .filter(Objects::nonNull)
                .forEach(broken::add);
    }

    private static void benefit(Benefit benefit, String path, List<Refusal.Field> broken) {
        switch (benefit) {
            case Benefit.Cash(var amount, var floor) -> {
                positive(path + "amount", amount, broken);
                notNegative(path + "floor", floor, broken);
                same(path + "floor", amount, floor, broken);
            }
            case Benefit.Discount(var percent, var ceiling) -> {
                if (ceiling != null) {
                    positive(path + "ceiling", ceiling, broken);
                }
            }
            case Benefit.FullReduction(var steps) -> steps(steps, path, broken);
            case Benefit.Gift gift -> {}
        }
    }

    /** Each step is higher than the one before, takes more off, and never more than was bought. */
    private static void steps(List<Benefit.Step> steps, String path, List<Refusal.Field> broken) {
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            var field = path + "steps[" + i + "].";
            positive(field + "over", step.over(), broken);
            positive(field + "off", step.off(), broken);
            same(field + "off", step.over(), step.off(), broken);
            if (step.off().minor() > step.over().minor()) {
                broken.add(new Refusal.Field(field + "off", step.off().decimal(), "within-limit"));
            }
            if (i > 0) {
                var before = steps.get(i - 1);
                same(field + "over", before.over(), step.over(), broken);
                if (step.over().minor() <= before.over().minor()) {
                    broken.add(new Refusal.Field(field + "over", step.over().decimal(), "ascending"));
                }
                if (step.off().minor() <= before.off().minor()) {
                    broken.add(new Refusal.Field(field + "off", step.off().decimal(), "ascending"));
                }
            }
        }
    }

    private static void positive(String field, Money money, List<Refusal.Field> broken) {
        if (money.minor() <= 0) {
            broken.add(new Refusal.Field(field, money.decimal(), "positive"));
        }
        within(field, money, broken);
    }

    private static void notNegative(String field, Money money, List<Refusal.Field> broken) {
        if (money.minor() < 0) {
            broken.add(new Refusal.Field(field, money.decimal(), "not-negative"));
        }
        within(field, money, broken);
    }

    private static void within(String field, Money money, List<Refusal.Field> broken) {
        if (money.minor() > MOST_MINOR) {
            broken.add(new Refusal.Field(field, money.decimal(), "within-limit"));
        }
    }

    private static void same(String field, Money one, Money other, List<Refusal.Field> broken) {
        if (!one.currency().equals(other.currency())) {
            broken.add(new Refusal.Field(field, other.currency(), "one-currency"));
        }
    }
}
