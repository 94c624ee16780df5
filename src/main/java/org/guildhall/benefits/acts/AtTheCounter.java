package org.guildhall.benefits.acts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.benefits.BenefitRefusal;
import org.guildhall.benefits.BenefitsPolicy;
import org.guildhall.benefits.BenefitsPolicy.Benefit;
import org.guildhall.benefits.CounterBenefits;
import org.guildhall.benefits.CounterDiscount;
import org.guildhall.benefits.EntitlementView;
import org.guildhall.benefits.Offer;
import org.guildhall.benefits.rules.Cost;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.policies.InForce;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells which discounts buyers have, uses them and takes uses back, within the counter's transaction. */
@Component
class AtTheCounter implements CounterBenefits {

    private final Entitlements entitlements;
    private final Using using;
    private final UseStore uses;

    AtTheCounter(Entitlements entitlements, Using using, UseStore uses) {
        this.entitlements = entitlements;
        this.using = using;
        this.uses = uses;
    }

    @Override
    public Map<MemberId, List<CounterDiscount>> discounts(Collection<MemberId> members, Instant at) {
        var inForce = entitlements.catalogue(at);
        var offered = inForce.policy().benefits().stream()
                .filter(benefit -> benefit.offer() instanceof Offer.PurchaseDiscount)
                .toList();
        if (offered.isEmpty() || members.isEmpty()) {
            return Map.of();
        }
        var discounts = new LinkedHashMap<MemberId, List<CounterDiscount>>();
        entitlements.of(members, offered, at).forEach((member, views) -> {
            var own = new ArrayList<CounterDiscount>();
            for (var view : views) {
                if (view.offer() instanceof Offer.PurchaseDiscount offer) {
                    own.add(discount(view, offer));
                }
            }
            discounts.put(member, own);
        });
        return discounts;
    }

    private static CounterDiscount discount(EntitlementView view, Offer.PurchaseDiscount offer) {
        var ground = view.grounds().getFirst();
        return new CounterDiscount(
                view.benefit(),
                view.name(),
                view.clause(),
                offer,
                ground.by(),
                ground.code(),
                view.left().left(),
                view.hindrance());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID use(MemberId member, Taken used, Occasion occasion) {
        var inForce = entitlements.catalogue(occasion.at());
        var benefit = require(inForce, used);
        var cost = new Cost(1, used.appliedTo(), used.amount());
        var act = Act.of("use", "checkout|" + occasion.about(), used);
        var wish = new Using.Wish(act, member, occasion.store(), cost, null, occasion.about());
        using.record(wish, inForce, benefit, occasion.at());
        return act.id();
    }

    private static Benefit require(InForce<BenefitsPolicy> inForce, Taken used) {
        var benefit = inForce.policy()
                .benefit(used.benefit())
                .orElseThrow(() -> Refusal.of(new BenefitRefusal.UnknownBenefit(used.benefit())));
        boolean asOffered = benefit.offer() instanceof Offer.PurchaseDiscount offer
                && offer.takes(used.appliedTo()).equals(used.amount());
        if (!asOffered) {
            throw new IllegalStateException(used + " is not what " + benefit.offer() + " takes off");
        }
        return benefit;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeBack(UUID use, String reason, Occasion occasion) {
        var act = Act.of("take-back", "return|" + occasion.about(), use);
        using.takeBack(use, act, reason, occasion.at());
    }

    @Override
    public List<Use> uses(UUID after, int limit) {
        return uses.inCheckouts(after, limit);
    }
}
