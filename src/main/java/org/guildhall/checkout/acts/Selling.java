package org.guildhall.checkout.acts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.guildhall.access.Audit;
import org.guildhall.benefits.CounterBenefits;
import org.guildhall.cashback.CounterCashback;
import org.guildhall.checkout.Basket;
import org.guildhall.checkout.CheckoutPolicy;
import org.guildhall.checkout.CommitCheckout;
import org.guildhall.checkout.pricing.Priced;
import org.guildhall.checkout.pricing.Shares;
import org.guildhall.coupons.CounterCoupons;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Refusal;
import org.guildhall.ledger.Ledger;
import org.guildhall.loyalty.Loyalty;
import org.guildhall.policies.InForce;
import org.guildhall.prepaid.FoundingStoredValue;
import org.guildhall.prepaid.KeptPayment;
import org.guildhall.prepaid.Pay;
import org.guildhall.prepaid.StoredValue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sells a basket within the caller's transaction, its buyer locked: a benefit and coupons are used, points are redeemed, stored
 * value and cashback are paid, the purchase is recorded and earns, the payments are kept. Locks are taken in one order: the buyer's standing,
 * the benefit, coupons, points, stored value, cashback.
 */
@Component
class Selling {

    private final Quoting quoting;
    private final CheckoutStore store;
    private final Value value;
    private final Limits limits;
    private final Audit audit;

    Selling(Quoting quoting, CheckoutStore store, Value value, Limits limits, Audit audit) {
        this.limits = limits;
        this.quoting = quoting;
        this.store = store;
        this.value = value;
        this.audit = audit;
    }

    /** What a sale, and what is sold in a day, may come to. */
    @Component
    record Limits(SaleLimit sale, DayLimit today) {}

    /** The books in which value moves. */
    @Component
    record Value(Ledger ledger, Loyalty loyalty, StoredValue storedValue, FoundingStoredValue founding, Rights rights) {

        /** Stored value now, or as of an earlier instant. */
        <T> T storedValue(Asked asked, Function<StoredValue, T> act) {
            return asked.as() == null ? act.apply(storedValue) : founding.asOf(asked.as(), act);
        }
    }

    /** What members have a right to. */
    @Component
    record Rights(CounterCoupons coupons, CounterBenefits benefits, CounterCashback cashback) {}

    /** Sells it; nothing if the key did so before. */
    Optional<Parts.Whole> sell(CommitCheckout command, Asked asked, InForce<CheckoutPolicy> rules) {
        var member = command.basket().member();
        if (member != null) {
            value.loyalty.lock(List.of(member));
        }
        if (store.done(asked.id(), asked.hash())) {
            return Optional.empty();
        }
        limits.today.judge(command.basket(), rules).ifPresent(reason -> {
            throw Refusal.of(reason);
        });
        var at = asked.as() == null ? quoting.time().now() : asked.as();
        var offer = quoting.price(command.basket(), rules, at);
        Agreement.require(command, offer);
        var number = Receipts.number(asked.id(), quoting.time().dateOf(at));
        var sale = new Sale(asked.id(), number, at, command, offer);
        var moved = move(asked, sale);
        var sold = store.insert(List.of(new CheckoutStore.Booked(sale, moved, asked.hash())))
                .getFirst();
        audit.record(sale.entry());
        limits.sale.notice(sale);
        return Optional.of(sold);
    }

    private Sale.Moved move(Asked asked, Sale sale) {
        var basket = sale.command().basket();
        var member = basket.member();
        if (member == null) {
            return new Sale.Moved(null, null, null, null, null);
        }
        var benefit = useBenefit(member, basket, sale);
        useCoupons(member, basket, sale);
        var redemption = sale.redemption(member);
        var points = redemption == null
                ? null
                : value.ledger.post(List.of(redemption)).getFirst().postingId();
        var stored = pay(member, basket, asked, sale);
        var cashback = payWithCashback(member, basket, sale);
        return new Sale.Moved(benefit, points, stored, cashback, value.loyalty.record(sale.purchase(member)));
    }

    private @Nullable UUID useBenefit(MemberId member, Basket basket, Sale sale) {
        var used = sale.offer().priced().benefit();
        if (used.isEmpty()) {
            return null;
        }
        var one = used.get();
        var taken = new CounterBenefits.Taken(
                one.discount().benefit(),
                sale.offer().money(one.from()),
                sale.offer().money(one.amount()));
        return value.rights.benefits.use(
                member, taken, new CounterBenefits.Occasion(sale.id(), basket.store(), sale.at()));
    }

    private void useCoupons(MemberId member, Basket basket, Sale sale) {
        var using = new ArrayList<CounterCoupons.Using>();
        for (var coupon : sale.offer().priced().coupons()) {
            var known = coupon.known();
            if (known != null) {
                using.add(new CounterCoupons.Using(known.id(), sale.offer().money(coupon.amount())));
            }
        }
        if (!using.isEmpty()) {
            value.rights.coupons.use(member, using, new CounterCoupons.Occasion(sale.id(), basket.store(), sale.at()));
        }
    }

    private @Nullable UUID payWithCashback(MemberId member, Basket basket, Sale sale) {
        if (sale.cashback() == 0) {
            return null;
        }
        var occasion = new CounterCashback.Occasion(sale.id(), basket.store(), sale.at(), sale.number());
        return value.rights.cashback.pay(member, sale.offer().money(sale.cashback()), occasion);
    }

    private @Nullable UUID pay(MemberId member, Basket basket, Asked asked, Sale sale) {
        var stored = sale.figures().stored();
        if (stored.minor() == 0) {
            return null;
        }
        long listed = Math.max(stored.minor(), sale.offer().priced().total());
        var pay = new Pay(member, stored, share(sale, stored, listed), false, basket.store(), sale.number());
        return value.storedValue(asked, then -> then.pay(pay, kept(sale.id(), sale.number()), "checkout|" + sale.id()))
                .id();
    }

    /** Whose the payment with stored value is. */
    static KeptPayment kept(UUID checkout, String number) {
        return new KeptPayment(Sale.SOURCE, checkout, number);
    }

    /** What stored value paid for, at the price before any deduction: its share of the list price. */
    private static Money share(Sale sale, Money stored, long listed) {
        long paid = sale.offer().priced().lines().stream()
                .mapToLong(Priced.Line::paid)
                .sum();
        return sale.offer().money(Math.max(stored.minor(), Shares.down(listed, stored.minor(), paid)));
    }
}
