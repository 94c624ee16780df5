package org.guildhall.checkout.acts;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.guildhall.access.AuditEntry;
import org.guildhall.checkout.CommitCheckout;
import org.guildhall.checkout.Expected;
import org.guildhall.kernel.MemberId;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.CauseKey;
import org.guildhall.ledger.Movement;
import org.guildhall.ledger.Posting;
import org.guildhall.loyalty.LineFact;
import org.guildhall.loyalty.PurchaseFact;
import org.guildhall.loyalty.PurchaseReceipt;
import org.jspecify.annotations.Nullable;

/** A sale about to be booked, and what it is to the other books. */
record Sale(UUID id, String number, Instant at, CommitCheckout command, Quoting.Offer offer) {

    /** What checkouts are to the ledger, and where their purchases come from. */
    static final String CAUSE = "checkout.checkout";

    static final String SOURCE = "checkout";

    /** What the sale of a basket moved. */
    record Moved(
            @Nullable UUID benefit,
            @Nullable UUID points,
            @Nullable UUID stored,
            @Nullable UUID cashback,
            @Nullable PurchaseReceipt purchase) {}

    /** What of what is due is paid with cashback. */
    long cashback() {
        return offer.cashback().used();
    }

    Expected figures() {
        return Quotes.expected(offer);
    }

    /** The points that it takes, if any; just before the purchase, so that what it earns cannot pay for it. */
    @Nullable
    Posting redemption(MemberId member) {
        long points = figures().points();
        if (points == 0) {
            return null;
        }
        return new Posting(
                CauseKey.of("checkout|" + id + "|points"),
                member,
                "redemption",
                before(at),
                CAUSE,
                id,
                List.of(new Movement.Spend(Asset.POINTS, points)),
                null,
                offer.rules().version());
    }

    static Instant before(Instant at) {
        return at.minus(1, ChronoUnit.MICROS);
    }

    /** What loyalty learns of it. */
    PurchaseFact purchase(MemberId member) {
        boolean pointsEarn = offer.rules().policy().points().earns();
        var lines = offer.priced().lines().stream()
                .map(line -> new LineFact(
                        line.item().product(),
                        line.item().category(),
                        line.item().quantity(),
                        offer.money(earning(pointsEarn, line.pointsAmount(), line.paid()))))
                .toList();
        var total = lines.stream().map(LineFact::amount).reduce(offer.money(0), (one, other) -> one.plus(other));
        var store = command.basket().store();
        return new PurchaseFact(SOURCE, number, member, at, store, null, total, lines, null);
    }

    /** What counts for points and tier. */
    static long earning(boolean pointsEarn, long pointsAmount, long paid) {
        return pointsEarn ? pointsAmount + paid : paid;
    }

    /** What the audit trail learns of it. */
    AuditEntry entry() {
        var figures = figures();
        var basket = command.basket();
        var entry = AuditEntry.of(
                "checkout.sold",
                "checkout",
                id,
                "number",
                number,
                "total",
                offer.money(offer.priced().total()),
                "benefits",
                figures.benefitAmount(),
                "coupons",
                figures.couponAmount(),
                "points",
                figures.points(),
                "stored",
                figures.stored(),
                "cashback",
                offer.money(cashback()),
                "due",
                figures.due());
        return (basket.member() == null ? entry : entry.about(basket.member())).in(basket.store());
    }
}
