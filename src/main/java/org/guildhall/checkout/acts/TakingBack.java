package org.guildhall.checkout.acts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.benefits.CounterBenefits;
import org.guildhall.cashback.CounterCashback;
import org.guildhall.checkout.CheckoutPolicy;
import org.guildhall.checkout.ReturnParts;
import org.guildhall.checkout.ReturnView;
import org.guildhall.coupons.CounterCoupons;
import org.guildhall.jooq.checkout.tables.records.SaleRecord;
import org.guildhall.kernel.MemberId;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.CauseKey;
import org.guildhall.ledger.Movement;
import org.guildhall.loyalty.ReturnFact;
import org.guildhall.loyalty.ReturnedLine;
import org.guildhall.policies.InForce;
import org.guildhall.prepaid.GiveBack;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes parts of a checkout back within the caller's transaction: the checkout is locked, then the buyer, then the benefit, then
 * coupons, then points, then stored value, then cashback. Points go back to the lots they were taken from before what was earned is clawed back, so that nobody owes
 * in between.
 */
@Component
class TakingBack {

    private final CheckoutStore store;
    private final ReturnStore returns;
    private final Selling.Value value;
    private final Quoting quoting;
    private final Audit audit;

    TakingBack(CheckoutStore store, ReturnStore returns, Selling.Value value, Quoting quoting, Audit audit) {
        this.store = store;
        this.returns = returns;
        this.value = value;
        this.quoting = quoting;
        this.audit = audit;
    }

    /** What would go back as things stand. */
    ReturnView quote(UUID checkout, ReturnParts asked, InForce<CheckoutPolicy> rules) {
        var row = store.find(checkout).orElseThrow();
        return parts(row, asked, rules).view(checkout, asked, quoting.time().today());
    }

    /** A return about to be booked. */
    record Back(UUID id, Instant at, Asked asked, ReturnParts command, Parts parts) {

        SaleRecord checkout() {
            return parts.checkout();
        }

        @Nullable
        MemberId member() {
            return Views.member(checkout());
        }
    }

    /** What gave points, stored value and cashback back. */
    record Gone(
            @Nullable UUID points,
            @Nullable UUID stored,
            @Nullable UUID cashback) {}

    /** Takes it back unless the key did so before. */
    void takeBack(UUID checkout, ReturnParts command, Asked asked, InForce<CheckoutPolicy> rules) {
        var row = store.lock(checkout);
        if (returns.done(asked.id(), asked.hash())) {
            return;
        }
        var member = Views.member(row);
        if (member != null) {
            value.loyalty().lock(List.of(member));
        }
        var at = asked.as() == null ? quoting.time().now() : asked.as();
        var back = new Back(asked.id(), at, asked, command, parts(row, command, rules));
        benefit(back);
        coupons(back);
        var points = points(back);
        returns.insert(back, new Gone(points, stored(back), cashback(back)), rules.version());
        earned(back);
        note(back);
    }

    private Parts parts(SaleRecord row, ReturnParts asked, InForce<CheckoutPolicy> rules) {
        var whole = new Parts.Whole(
                row,
                store.lines(row.getCheckoutId()),
                store.payments(row.getCheckoutId()),
                store.coupons(row.getCheckoutId()));
        return Parts.of(whole, asked, rules.policy().moneyBack());
    }

    private void benefit(Back back) {
        if (back.parts.benefit()) {
            var occasion = new CounterBenefits.Occasion(back.id, back.command.store(), back.at);
            value.rights().benefits().takeBack(back.checkout().getBenefitUse(), back.command.reason(), occasion);
        }
    }

    private void coupons(Back back) {
        var ids = back.parts.coupons().stream()
                .map(coupon -> coupon.of().getCouponId())
                .toList();
        if (!ids.isEmpty()) {
            var occasion = new CounterCoupons.Occasion(back.id, back.command.store(), back.at);
            value.rights().coupons().giveBack(back.checkout().getCheckoutId(), ids, occasion);
        }
    }

    private @Nullable UUID points(Back back) {
        if (back.parts.points() == 0) {
            return null;
        }
        return value.ledger()
                .giveBack(
                        CauseKey.of("checkout|" + back.id + "|points"),
                        back.checkout().getPointsPosting(),
                        new Movement.Spend(Asset.POINTS, back.parts.points()),
                        Sale.before(back.at))
                .postingId();
    }

    private @Nullable UUID stored(Back back) {
        if (back.parts.stored() == 0) {
            return null;
        }
        var command = new GiveBack(back.parts.money(back.parts.stored()), back.command.reason(), back.command.store());
        var sale = back.checkout();
        var kept = Selling.kept(sale.getCheckoutId(), sale.getNumber());
        return value.storedValue(
                        back.asked,
                        then -> then.giveBack(sale.getStoredMovement(), command, kept, "checkout|" + back.id))
                .id();
    }

    private @Nullable UUID cashback(Back back) {
        if (back.parts.cashback() == 0) {
            return null;
        }
        var occasion = new CounterCashback.Occasion(
                back.id, back.command.store(), back.at, back.checkout().getNumber());
        return value.rights()
                .cashback()
                .giveBack(
                        back.checkout().getCheckoutId(),
                        back.parts.money(back.parts.cashback()),
                        back.command.reason(),
                        occasion);
    }

    private void earned(Back back) {
        var member = back.member();
        if (member == null) {
            return;
        }
        boolean pointsEarn = quoting.rules(back.checkout()).policy().points().earns();
        var lines = back.parts.lines().stream()
                .map(line -> new ReturnedLine(
                        line.of().getLineNumber(),
                        line.part().quantity(),
                        back.parts.money(Sale.earning(
                                pointsEarn,
                                line.part().pointsAmount(),
                                line.part().paid()))))
                .toList();
        value.loyalty()
                .recordReturn(new ReturnFact(
                        Sale.SOURCE, back.id.toString(), back.checkout().getNumber(), member, back.at, lines, null));
    }

    private void note(Back back) {
        var entry = AuditEntry.of(
                "checkout.taken-back",
                "checkout",
                back.checkout().getCheckoutId(),
                "number",
                back.checkout().getNumber(),
                "coupons",
                back.parts.coupons().size(),
                "points",
                back.parts.points(),
                "stored",
                back.parts.money(back.parts.stored()),
                "cashback",
                back.parts.money(back.parts.cashback()),
                "money",
                back.parts.money(back.parts.tendered()));
        var member = back.member();
        audit.record((member == null ? entry : entry.about(member)).in(back.command.store()));
    }
}
