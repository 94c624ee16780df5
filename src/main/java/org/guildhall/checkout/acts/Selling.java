package org.guildhall.checkout.acts;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.checkout.Basket;
import org.guildhall.checkout.CheckoutPolicy;
import org.guildhall.checkout.CheckoutRefusal;
import org.guildhall.checkout.CommitCheckout;
import org.guildhall.checkout.Expected;
import org.guildhall.checkout.pricing.Priced;
import org.guildhall.checkout.pricing.Shares;
import org.guildhall.coupons.CounterCoupons;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Refusal;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.CauseKey;
import org.guildhall.ledger.Ledger;
import org.guildhall.ledger.Movement;
import org.guildhall.ledger.Posting;
import org.guildhall.loyalty.LineFact;
import org.guildhall.loyalty.Loyalty;
import org.guildhall.loyalty.PurchaseFact;
import org.guildhall.loyalty.PurchaseReceipt;
import org.guildhall.policies.InForce;
import org.guildhall.prepaid.FoundingStoredValue;
import org.guildhall.prepaid.Pay;
import org.guildhall.prepaid.StoredValue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sells a basket within the caller's transaction, its buyer locked: coupons are used, points are redeemed, stored value is paid, the purchase is
 * recorded and earns, the payments are kept. Locks are taken in one order: the buyer's standing, coupons, points, stored
 * value.
 */
@Component
class Selling {

    /** What checkouts are to the ledger, and where their purchases come from. */
    static final String CAUSE = "checkout.checkout";

    static final String SOURCE = "checkout";

    private final Quoting quoting;
    private final CheckoutStore store;
    private final Value value;
    private final Audit audit;

    Selling(Quoting quoting, CheckoutStore store, Value value, Audit audit) {
        this.quoting = quoting;
        this.store = store;
        this.value = value;
        this.audit = audit;
    }

    /** The books in which value moves. */
    @Component
    record Value(
            Ledger ledger,
            Loyalty loyalty,
            StoredValue storedValue,
            FoundingStoredValue founding,
            CounterCoupons coupons) {

        /** Stored value now, or as of an earlier instant. */
        <T> T storedValue(Asked asked, Function<StoredValue, T> act) {
            return asked.as() == null ? act.apply(storedValue) : founding.asOf(asked.as(), act);
        }
    }

    /** What the sale of a basket moved. */
    record Moved(
            @Nullable UUID points,
            @Nullable UUID stored,
            @Nullable PurchaseReceipt purchase) {}

    /** Sells it; nothing if the key did so before. */
    Optional<Parts.Whole> sell(CommitCheckout command, Asked asked, InForce<CheckoutPolicy> rules) {
        var member = command.basket().member();
        if (member != null) {
            value.loyalty.lock(List.of(member));
        }
        if (store.done(asked.id(), asked.hash())) {
            return Optional.empty();
        }
        var at = asked.as() == null ? quoting.time().now() : asked.as();
        var offer = quoting.price(command.basket(), rules, at);
        requireExpected(command.expected(), Quotes.expected(offer));
        requirePaid(command, offer);
        var sale =
                new Sale(asked.id(), Receipts.number(asked.id(), quoting.time().dateOf(at)), at, offer);
        var moved = move(command.basket(), asked, sale);
        var sold = store.insert(command, asked, sale, moved);
        note(command.basket(), sale);
        return Optional.of(sold);
    }

    /** A sale about to be booked. */
    record Sale(UUID id, String number, Instant at, Quoting.Offer offer) {

        Expected figures() {
            return Quotes.expected(offer);
        }
    }

    private Moved move(Basket basket, Asked asked, Sale sale) {
        var member = basket.member();
        if (member == null) {
            return new Moved(null, null, null);
        }
        useCoupons(member, basket, sale);
        var points = redeem(member, sale);
        var stored = pay(member, basket, asked, sale);
        return new Moved(points, stored, value.loyalty.record(purchase(member, basket, sale)));
    }

    private void useCoupons(MemberId member, Basket basket, Sale sale) {
        var using = new ArrayList<CounterCoupons.Using>();
        for (var coupon : sale.offer.priced().coupons()) {
            var known = coupon.known();
            if (known != null) {
                using.add(new CounterCoupons.Using(known.id(), sale.offer.money(coupon.amount())));
            }
        }
        if (!using.isEmpty()) {
            value.coupons.use(member, using, new CounterCoupons.Occasion(sale.id, basket.store(), sale.at));
        }
    }

    /** Just before the purchase, so that what it earns cannot pay for it. */
    private @Nullable UUID redeem(MemberId member, Sale sale) {
        long points = sale.figures().points();
        if (points == 0) {
            return null;
        }
        var posting = new Posting(
                CauseKey.of("checkout|" + sale.id + "|points"),
                member,
                "redemption",
                before(sale.at),
                CAUSE,
                sale.id,
                List.of(new Movement.Spend(Asset.POINTS, points)),
                null,
                sale.offer.rules().version());
        return value.ledger.post(List.of(posting)).getFirst().postingId();
    }

    static Instant before(Instant at) {
        return at.minus(1, ChronoUnit.MICROS);
    }

    private @Nullable UUID pay(MemberId member, Basket basket, Asked asked, Sale sale) {
        var stored = sale.figures().stored();
        if (stored.minor() == 0) {
            return null;
        }
        long listed = Math.max(stored.minor(), sale.offer.priced().total());
        var pay = new Pay(member, stored, share(sale, stored, listed), false, basket.store(), sale.number);
        return value.storedValue(asked, then -> then.pay(pay, "checkout|" + sale.id))
                .id();
    }

    /** What stored value paid for, at the price before any deduction: its share of the list price. */
    private static Money share(Sale sale, Money stored, long listed) {
        long paid = sale.offer.priced().lines().stream()
                .mapToLong(Priced.Line::paid)
                .sum();
        return sale.offer.money(Math.max(stored.minor(), Shares.down(listed, stored.minor(), paid)));
    }

    private static PurchaseFact purchase(MemberId member, Basket basket, Sale sale) {
        boolean pointsEarn = sale.offer.rules().policy().points().earns();
        var lines = sale.offer.priced().lines().stream()
                .map(line -> new LineFact(
                        line.item().product(),
                        line.item().category(),
                        line.item().quantity(),
                        sale.offer.money(earning(pointsEarn, line.pointsAmount(), line.paid()))))
                .toList();
        var total = lines.stream().map(LineFact::amount).reduce(sale.offer.money(0), Money::plus);
        return new PurchaseFact(SOURCE, sale.number, member, sale.at, basket.store(), null, total, lines, null);
    }

    /** What counts for points and tier. */
    static long earning(boolean pointsEarn, long pointsAmount, long paid) {
        return pointsEarn ? pointsAmount + paid : paid;
    }

    private static void requireExpected(Expected then, Expected now) {
        differ("discount", then.discount(), now.discount(), then, now);
        differ("couponAmount", then.couponAmount(), now.couponAmount(), then, now);
        differ("points", then.points(), now.points(), then, now);
        differ("pointsAmount", then.pointsAmount(), now.pointsAmount(), then, now);
        differ("stored", then.stored(), now.stored(), then, now);
        differ("due", then.due(), now.due(), then, now);
    }

    private static void differ(String figure, Object before, Object after, Expected then, Expected now) {
        if (!before.equals(after)) {
            throw Refusal.of(
                    new CheckoutRefusal.QuoteOutdated(figure, text(before), text(after), then.due(), now.due()));
        }
    }

    private static String text(Object figure) {
        return figure instanceof Money money ? money.decimal().toPlainString() : Objects.toString(figure);
    }

    private static void requirePaid(CommitCheckout command, Quoting.Offer offer) {
        long paid = 0;
        for (int i = 0; i < command.payments().size(); i++) {
            var amount = command.payments().get(i).amount();
            var field = "payments[" + i + "].amount";
            if (Quoting.require(field, amount, offer.currency()) == 0) {
                throw InvalidInput.of(field, amount.decimal(), "positive");
            }
            paid += amount.minor();
        }
        if (paid != offer.priced().due()) {
            throw Refusal.of(new CheckoutRefusal.PaymentsDiffer(
                    offer.money(offer.priced().due()), offer.money(paid)));
        }
    }

    private void note(Basket basket, Sale sale) {
        var figures = sale.figures();
        var entry = AuditEntry.of(
                "checkout.sold",
                "checkout",
                sale.id,
                "number",
                sale.number,
                "total",
                sale.offer.money(sale.offer.priced().total()),
                "coupons",
                figures.couponAmount(),
                "points",
                figures.points(),
                "stored",
                figures.stored(),
                "due",
                figures.due());
        audit.record((basket.member() == null ? entry : entry.about(basket.member())).in(basket.store()));
    }
}
