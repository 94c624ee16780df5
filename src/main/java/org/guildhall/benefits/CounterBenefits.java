package org.guildhall.benefits;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.UnitId;

/** Discounts on purchases as the counter needs them, inside its own transaction and under its own permissions. */
public interface CounterBenefits {

    /** Where, when and in which checkout or return something is done. */
    record Occasion(UUID about, UnitId store, Instant at) {}

    /** A benefit to be used, what it is taken from and what it takes off. */
    record Taken(String benefit, Money appliedTo, Money amount) {}

    /** A use in a checkout that stands; the amount is in the smallest unit. */
    record Use(UUID use, UUID about, long amount) {}

    /**
     * The discounts on a purchase these members are entitled to, in the order of the catalogue of the day; members without any are
     * absent. Where the catalogue has none, nothing is looked up.
     */
    Map<MemberId, List<CounterDiscount>> discounts(Collection<MemberId> members, Instant at);

    /** Uses a member's discount for a checkout; refused if the member is not entitled or the quota is used up meanwhile. */
    UUID use(MemberId member, Taken taken, Occasion occasion);

    /** Takes the use of a checkout back, all of whose goods it applied to are back. */
    void takeBack(UUID use, String reason, Occasion occasion);

    /** The next uses in checkouts that stand, by the use's identifier. */
    List<Use> uses(UUID after, int limit);
}
