package org.guildhall.benefits.proofs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.guildhall.benefits.BenefitsPolicy;
import org.guildhall.benefits.BenefitsPolicy.Benefit;
import org.guildhall.benefits.EntitlementView.By;
import org.guildhall.benefits.Offer;
import org.guildhall.benefits.proofs.EvidenceStore.Evidence;
import org.guildhall.jooq.benefits.tables.records.UseRecord;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.ledger.ModuleLaw.Finding;
import org.guildhall.loyalty.Loyalty;
import org.guildhall.loyalty.TierAsked;
import org.guildhall.loyalty.TierThen;
import org.guildhall.policies.InForce;
import org.guildhall.policies.Policies;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Every use had a ground at its time: the tier as it was known then, or a plan or grant that ran and was not revoked; and the
 * catalogue's version of that day entitled by it, with this quota and cost.
 */
@Component
class EntitledAsTold {

    private static final int AT_ONCE = 1_000;

    private final EvidenceStore store;
    private final Policies policies;
    private final ObjectProvider<Loyalty> loyalty;

    EntitledAsTold(EvidenceStore store, Policies policies, ObjectProvider<Loyalty> loyalty) {
        this.store = store;
        this.policies = policies;
        this.loyalty = loyalty;
    }

    Finding check() {
        var versions = new HashMap<Integer, InForce<BenefitsPolicy>>();
        policies.timeline(BenefitsPolicy.KIND).versions().forEach(one -> versions.put(one.version(), one));
        long covered = 0;
        var last = new UUID(0, 0);
        while (true) {
            var piece = store.after(last, AT_ONCE);
            if (piece.isEmpty()) {
                return new Finding(covered, null);
            }
            var tiers = tiers(piece);
            for (int i = 0; i < piece.size(); i++) {
                var why = breach(piece.get(i), versions, tiers.get(i));
                if (why != null) {
                    return new Finding(covered, "use " + piece.get(i).use().getUseId() + ": " + why);
                }
                covered++;
            }
            last = piece.getLast().use().getUseId();
        }
    }

    private List<TierThen> tiers(List<Evidence> piece) {
        var asked = new ArrayList<TierAsked>();
        for (var one : piece) {
            var use = one.use();
            asked.add(new TierAsked(
                    new MemberId(use.getMemberId()), use.getOccurredAt().toInstant(), use.getTierSteps()));
        }
        return loyalty.getObject().tiersThen(asked);
    }

    private static @Nullable String breach(
            Evidence evidence, Map<Integer, InForce<BenefitsPolicy>> versions, TierThen tier) {
        var use = evidence.use();
        if (!Objects.equals(tier.tier(), use.getTier())) {
            return "the tier was " + tier.tier() + ", not " + use.getTier();
        }
        var version = versions.get(use.getVersion());
        var benefit = version == null
                ? null
                : version.policy().benefit(use.getBenefit()).orElse(null);
        if (version == null || benefit == null || version.effectiveFrom().isAfter(use.getOccurredOn())) {
            return "version " + use.getVersion() + " had no " + use.getBenefit() + " on " + use.getOccurredOn();
        }
        if (!Objects.equals(benefit.quota().most(), use.getMost())
                || !benefit.quota().periodCode().equals(use.getPeriod())) {
            return "the quota was " + benefit.quota() + ", not " + use.getMost() + " in the " + use.getPeriod();
        }
        if (!asPriced(benefit.offer(), evidence)) {
            return "it did not cost " + use.getCost();
        }
        return grounded(benefit, evidence) ? null : "its " + use.getGround() + " entitled to nothing";
    }

    private static boolean grounded(Benefit benefit, Evidence evidence) {
        var use = evidence.use();
        return switch (By.of(use.getGround())) {
            case TIER -> benefit.tiers().contains(use.getTier());
            case PLAN ->
                ran(evidence, "plan")
                        && benefit.plans().contains(evidence.granted().getCode());
            case PERSON ->
                ran(evidence, "person")
                        && benefit.code().equals(evidence.granted().getCode());
        };
    }

    private static boolean ran(Evidence evidence, String kind) {
        var use = evidence.use();
        var granted = evidence.granted();
        if (!kind.equals(granted.getKind()) || !use.getMemberId().equals(granted.getMemberId())) {
            return false;
        }
        var day = use.getOccurredOn();
        boolean within = !day.isBefore(granted.getFirstDay())
                && (granted.getLastDay() == null || !day.isAfter(granted.getLastDay()));
        var revoked = evidence.revocation().getOccurredAt();
        return within && (revoked == null || !revoked.isBefore(use.getOccurredAt()));
    }

    private static boolean asPriced(Offer offer, Evidence evidence) {
        var use = evidence.use();
        return switch (offer) {
            case Offer.Discount discount -> asTaken(use, discount.ceiling(), discount::takes);
            case Offer.PurchaseDiscount discount -> asTaken(use, discount.ceiling(), discount::takes);
            case Offer.Lounge lounge -> use.getCost() == lounge.cost().minor() * use.getHeads();
            case Offer.BirthdayGift gift -> use.getCost() == gift.cost().minor();
            case Offer.FreeService service -> use.getCost() == service.cost().minor();
            case Offer.Priority priority -> use.getCost() == priority.cost().minor();
            case Offer.TrainingPlace place -> use.getCost() == place.cost().minor();
        };
    }

    private static boolean asTaken(UseRecord use, Money ceiling, UnaryOperator<Money> takes) {
        var applied = use.getAppliedTo();
        return applied != null
                && use.getCost()
                        == takes.apply(new Money(applied, ceiling.currency())).minor();
    }
}
