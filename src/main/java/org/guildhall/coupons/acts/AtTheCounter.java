package org.guildhall.coupons.acts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.guildhall.coupons.CounterCoupons;
import org.guildhall.coupons.CouponFact;
import org.guildhall.coupons.CouponRefusal;
import org.guildhall.coupons.CouponView;
import org.guildhall.coupons.PresentedCoupon;
import org.guildhall.coupons.codes.CouponCodes;
import org.guildhall.jooq.coupons.tables.records.CouponRecord;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.UnitId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads coupons that are shown at the counter, uses them and takes uses back, within the counter's transaction. */
@Component
class AtTheCounter implements CounterCoupons {

    private final CouponStore coupons;
    private final HoldingStore holdings;
    private final Steps steps;
    private final Reach reach;
    private final BusinessTime time;

    AtTheCounter(CouponStore coupons, HoldingStore holdings, Steps steps, Reach reach, BusinessTime time) {
        this.coupons = coupons;
        this.holdings = holdings;
        this.steps = steps;
        this.reach = reach;
        this.time = time;
    }

    @Override
    public List<PresentedCoupon> present(Collection<String> codes, MemberId member, UnitId store, Instant at) {
        var typed = new LinkedHashMap<String, String>();
        codes.forEach(code -> typed.putIfAbsent(CouponCodes.normal(code), code.strip()));
        var wellFormed = typed.keySet().stream().filter(CouponCodes::wellFormed).toList();
        var found = coupons.byCodes(wellFormed).stream()
                .collect(Collectors.toMap(coupon -> coupon.row().getCode(), Function.identity()));
        var shown = new ArrayList<PresentedCoupon>();
        typed.forEach((code, as) -> {
            var coupon = found.get(code);
            if (coupon == null) {
                shown.add(hindered(as, wellFormed.contains(code) ? "coupon-unknown" : "coupon-mistyped", Map.of()));
            } else if (!coupon.member().equals(member)) {
                shown.add(hindered(coupon.code(), "coupon-not-the-buyers", Map.of()));
            } else {
                shown.add(present(coupon, store, at));
            }
        });
        return shown;
    }

    private PresentedCoupon present(Stored coupon, UnitId store, Instant at) {
        var row = coupon.row();
        var name = coupon.details().name();
        return switch (coupon.state(at, time)) {
            case USED -> hindered(coupon, "coupon-used", Map.of("name", name));
            case WITHDRAWN -> hindered(coupon, "coupon-withdrawn", Map.of("name", name));
            case EXPIRED ->
                hindered(
                        coupon,
                        "coupon-expired",
                        Map.of("name", name, "lastDay", row.getValidTo().toString()));
            case LOCKED ->
                row.getLockedStore().equals(store.value())
                        ? onItsDays(coupon, store, at)
                        : hindered(coupon, "coupon-kept-elsewhere", Map.of("name", name));
            case ISSUED -> onItsDays(coupon, store, at);
        };
    }

    private PresentedCoupon onItsDays(Stored coupon, UnitId store, Instant at) {
        var row = coupon.row();
        var name = coupon.details().name();
        if (row.getValidFrom().isAfter(time.dateOf(at))) {
            return hindered(
                    coupon,
                    "coupon-not-yet",
                    Map.of("name", name, "firstDay", row.getValidFrom().toString()));
        }
        if (!coupon.details().at(store)) {
            return hindered(coupon, "coupon-not-here", Map.of("name", name));
        }
        var known = new PresentedCoupon.Known(
                coupon.id(), name, row.getValidTo(), coupon.details().offer());
        return new PresentedCoupon(coupon.code(), known, null);
    }

    private static PresentedCoupon hindered(Stored coupon, String why, Map<String, String> facts) {
        return hindered(coupon.code(), why, facts);
    }

    private static PresentedCoupon hindered(String code, String why, Map<String, String> facts) {
        return new PresentedCoupon(code, null, new PresentedCoupon.Hindrance(why, facts));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void use(MemberId member, List<Using> using, Occasion occasion) {
        var amounts = new TreeMap<UUID, Using>();
        using.forEach(one -> amounts.put(one.coupon(), one));
        var act = act(occasion, "use");
        for (var row : coupons.lock(amounts.keySet())) {
            if (!row.getMemberId().equals(member.value())) {
                throw Refusal.of(new CouponRefusal.NotUsable(
                        CouponCodes.shown(row.getCode()), Stored.state(row, occasion.at(), day(occasion))));
            }
            steps.lapse(row, occasion.at());
            steps.requireUsable(row, occasion.at(), occasion.store());
            var one = amounts.get(row.getCouponId());
            coupons.append(
                    row,
                    Step.of(CouponFact.Kind.USED, act)
                            .at(occasion.store())
                            .about(occasion.about())
                            .taking(one == null ? null : one.amount()));
        }
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void giveBack(UUID checkout, List<UUID> ids, Occasion occasion) {
        var act = act(occasion, "give-back");
        var ended = endedOnes(ids);
        for (var row : coupons.lock(ids)) {
            if (Stored.state(row, occasion.at(), day(occasion)) != CouponView.State.USED
                    || !checkout.equals(row.getUsedFor())) {
                throw new IllegalStateException("coupon " + row.getCouponId() + " was not used for " + checkout);
            }
            coupons.append(
                    row,
                    Step.of(CouponFact.Kind.RETURNED, act).at(occasion.store()).about(occasion.about()));
            if (ended.contains(row.getCouponId())) {
                holdings.withdrawn(row);
                coupons.append(row, Step.of(CouponFact.Kind.WITHDRAWN, act));
            }
        }
    }

    /** The coupons of members who were erased meanwhile; their batches and holdings are locked before the coupons. */
    private List<UUID> endedOnes(List<UUID> ids) {
        var ended = ids.stream()
                .map(coupons::find)
                .flatMap(Optional::stream)
                .filter(coupon -> reach.erased(coupon.member()))
                .map(Stored::row)
                .toList();
        ended.stream().map(CouponRecord::getBatchId).distinct().sorted().forEach(holdings::lock);
        return ended.stream().map(CouponRecord::getCouponId).toList();
    }

    @Override
    public List<Use> uses(UUID after, int limit) {
        return coupons.uses(after, limit);
    }

    private static Step.Act act(Occasion occasion, String what) {
        return Step.Act.of(occasion.about() + "|" + what, occasion, occasion.at(), null);
    }

    private LocalDate day(Occasion occasion) {
        return time.dateOf(occasion.at());
    }
}
