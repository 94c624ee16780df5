package org.guildhall.checkout.acts;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guildhall.checkout.Basket;
import org.guildhall.checkout.CheckoutPolicy;
import org.guildhall.checkout.CheckoutRefusal.AboveSaleLimitToday;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.policies.InForce;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Holds what one person sells a member in a day to what one sale may come to, so that a large sale isn't made in pieces. Programs, behind
 * which many people sell, are held to it sale by sale.
 */
@Component
class DayLimit {

    private final Reach reach;
    private final SoldTodayStore store;
    private final BusinessTime time;

    DayLimit(Reach reach, SoldTodayStore store, BusinessTime time) {
        this.reach = reach;
        this.store = store;
        this.time = time;
    }

    /** What the person who acts has sold the members today; exact until the end of a transaction that has locked them. */
    Today today(Collection<MemberId> members) {
        if (!(reach.access().actor() instanceof Actor.Staff staff)) {
            return new Today(null);
        }
        var day = time.today();
        return new Today(store.sold(members, new SoldTodayStore.Seller(staff.reference(), day, time.startOf(day))));
    }

    /** Why the person who acts may not sell this basket after what was sold today. */
    Optional<AboveSaleLimitToday> judge(Basket basket, InForce<CheckoutPolicy> rules) {
        var member = basket.member();
        return member == null ? Optional.empty() : judge(basket, rules, today(List.of(member)));
    }

    /** The same by what was read of today. */
    Optional<AboveSaleLimitToday> judge(Basket basket, InForce<CheckoutPolicy> rules, Today today) {
        var most = rules.policy().mostPerSale();
        long sold = today.of(basket.member());
        if (sold == 0) {
            return Optional.empty();
        }
        long total = sold;
        for (var line : basket.lines()) {
            if (!Quoting.isSound(line.amount(), most.currency())) {
                return Optional.empty();
            }
            total += line.amount().minor();
        }
        return rules.policy().isLarge(total) && !reach.maySellLarge(basket.store())
                ? Optional.of(new AboveSaleLimitToday(
                        new Money(total, most.currency()), new Money(sold, most.currency()), most, rules.clause()))
                : Optional.empty();
    }

    /**
     * What was sold today.
     *
     * @param sold before any deduction and less what came back, by member; null where it isn't counted
     */
    record Today(@Nullable Map<MemberId, Long> sold) {

        private long of(@Nullable MemberId member) {
            return sold == null || member == null ? 0 : sold.getOrDefault(member, 0L);
        }
    }
}
