package org.guildhall.checkout.acts;

import java.util.ArrayList;
import org.guildhall.checkout.CheckoutPolicy.Deduction;
import org.guildhall.checkout.Expected;
import org.guildhall.checkout.Quote;
import org.guildhall.checkout.pricing.BenefitTried;
import org.guildhall.checkout.pricing.CouponTaken;
import org.guildhall.checkout.pricing.Taken;

/** Shows a priced basket. */
final class Quotes {

    private Quotes() {}

    static Quote view(Quoting.Offer offer) {
        var priced = offer.priced();
        var lines = new ArrayList<Quote.Line>();
        for (var line : priced.lines()) {
            lines.add(new Quote.Line(
                    line.item().number(),
                    line.item().product(),
                    line.item().category(),
                    line.item().quantity(),
                    offer.money(line.item().amount()),
                    offer.money(line.discount()),
                    offer.money(line.benefitAmount()),
                    offer.money(line.couponAmount()),
                    offer.money(line.pointsAmount()),
                    offer.money(line.paid())));
        }
        return new Quote(
                offer.customer().tier(),
                expected(offer),
                offer.money(priced.total()),
                offer.money(priced.due()),
                offer.money(offer.cashback().used()),
                offer.money(offer.cashback().most()),
                offer.money(offer.payable()),
                lines,
                priced.taken().stream().map(taken -> deducted(offer, taken)).toList(),
                priced.benefits().stream().map(one -> benefit(offer, one)).toList(),
                priced.coupons().stream().map(coupon -> coupon(offer, coupon)).toList(),
                priced.why());
    }

    static Expected expected(Quoting.Offer offer) {
        var priced = offer.priced();
        var points = priced.of(Deduction.POINTS_AS_MONEY);
        return new Expected(
                offer.money(priced.of(Deduction.TIER_DISCOUNT).amount()),
                offer.money(priced.of(Deduction.BENEFIT).amount()),
                offer.money(priced.of(Deduction.COUPON).amount()),
                points.points(),
                offer.money(points.amount()),
                offer.money(priced.of(Deduction.STORED_VALUE).amount()),
                offer.money(priced.due()));
    }

    private static Quote.Benefit benefit(Quoting.Offer offer, BenefitTried tried) {
        var discount = tried.discount();
        return new Quote.Benefit(
                discount.benefit(),
                discount.name(),
                discount.clause(),
                discount.left(),
                tried.applies(),
                offer.money(tried.amount()),
                tried.why());
    }

    private static Quote.Coupon coupon(Quoting.Offer offer, CouponTaken coupon) {
        var known = coupon.known();
        return new Quote.Coupon(
                coupon.code(),
                known == null ? null : known.name(),
                coupon.applies(),
                offer.money(coupon.amount()),
                coupon.gift(),
                coupon.why());
    }

    private static Quote.Deducted deducted(Quoting.Offer offer, Taken taken) {
        return new Quote.Deducted(
                taken.kind(),
                offer.money(taken.amount()),
                taken.points(),
                offer.money(taken.most().amount()),
                taken.most().points(),
                taken.why());
    }
}
