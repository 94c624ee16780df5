package org.guildhall.coupons.acts;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guildhall.coupons.CouponFact.Kind;
import org.guildhall.coupons.CouponRefusal;
import org.guildhall.coupons.PrizeCoupons;
import org.guildhall.jooq.coupons.tables.records.BatchRecord;
import org.guildhall.jooq.coupons.tables.records.TermsRecord;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Issues and withdraws what is won; batch, holding and coupon are locked in their usual order. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class WonCoupons implements PrizeCoupons {

    private final Issuing issuing;
    private final Steps steps;
    private final CouponStore coupons;
    private final HoldingStore holdings;

    WonCoupons(Issuing issuing, Steps steps, CouponStore coupons, HoldingStore holdings) {
        this.issuing = issuing;
        this.steps = steps;
        this.coupons = coupons;
        this.holdings = holdings;
    }

    @Override
    public Optional<String> hindrance(UUID batch, Wanted wanted) {
        return holdings.lock(batch)
                .map(found -> hindrance(found, holdings.terms(batch, found.getRevision()), wanted))
                .orElseGet(() -> Optional.of("coupons.unknown-batch"));
    }

    private static Optional<String> hindrance(BatchRecord batch, TermsRecord terms, Wanted wanted) {
        var last = terms.getValidTo();
        var most = terms.getLimitPerMember();
        long left = batch.getQuantity() - batch.getIssued() + batch.getWithdrawn();
        if (!batch.getState().equals("open")) {
            return Optional.of("coupons.batch-not-open");
        }
        if (last != null && last.isBefore(wanted.lastDay())) {
            return Optional.of("coupons.batch-over");
        }
        if (left < wanted.coupons()) {
            return Optional.of("coupons.batch-exhausted");
        }
        var perMember = wanted.perMember();
        return most != null && (perMember == null || perMember > most)
                ? Optional.of("coupons.limit-reached")
                : Optional.empty();
    }

    @Override
    public UUID issue(UUID batch, MemberId member, Occasion occasion) {
        var act = act(occasion, List.of(batch, member));
        issuing.issue(new Issuing.Wanted(batch, List.of(member)), act);
        return coupons.ofIssuance(act.cause(), 1).getFirst().id();
    }

    @Override
    public void withdraw(UUID coupon, Occasion occasion) {
        var found = coupons.find(coupon).orElseThrow(() -> Refusal.of(new CouponRefusal.UnknownCoupon(coupon)));
        steps.withdraw(found, Step.of(Kind.WITHDRAWN, act(occasion, coupon)));
    }

    private static Step.Act act(Occasion occasion, Object content) {
        return Step.Act.of("prize|" + occasion.key(), content, occasion.at(), occasion.reason());
    }
}
