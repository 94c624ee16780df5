package org.guildhall.benefits;

import java.time.LocalDate;
import org.guildhall.benefits.EntitlementView.By;
import org.guildhall.benefits.EntitlementView.Hindrance;
import org.jspecify.annotations.Nullable;

/**
 * A discount on a purchase that a member is entitled to: why, and what is left of it; as the counter keeps it with a checkout.
 *
 * @param clause of the handbook that promises it
 * @param ground code of the tier or plan; of a personal grant the benefit's
 * @param left how often it may be used in the present period; absent without a quota
 * @param hindrance why it cannot be used now
 */
public record CounterDiscount(
        String benefit,
        String name,
        String clause,
        Offer.PurchaseDiscount offer,
        By by,
        String ground,
        @Nullable Integer left,
        @Nullable Hindrance hindrance) {

    /** Whether each use counts against a quota, so that it is taken only when it is asked for. */
    public boolean limited() {
        return left != null;
    }

    /** The first day on which it can be used again; absent where nobody knows. */
    public @Nullable LocalDate nextDay() {
        return hindrance == null ? null : hindrance.nextDay();
    }
}
