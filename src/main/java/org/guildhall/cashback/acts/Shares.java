package org.guildhall.cashback.acts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.guildhall.cashback.CashbackPolicy;
import org.guildhall.cashback.DistributionPolicy;
import org.guildhall.cashback.promoters.Recommendations;
import org.guildhall.cashback.rules.CashbackRules;
import org.guildhall.cashback.rules.CommissionRules;
import org.guildhall.cashback.rules.Share;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.loyalty.Goods;
import org.guildhall.loyalty.Loyalty;
import org.guildhall.platform.Jobs;
import org.guildhall.policies.Policies;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Decides anew what purchases bring, from the rules and the facts known now. */
@Component
public class Shares {

    private final ObjectProvider<Loyalty> loyalty;
    private final Policies policies;
    private final Recommendations recommendations;
    private final BusinessTime time;
    private final Jobs jobs;

    Shares(
            ObjectProvider<Loyalty> loyalty,
            Policies policies,
            Recommendations recommendations,
            BusinessTime time,
            Jobs jobs) {
        this.jobs = jobs;
        this.recommendations = recommendations;
        this.loyalty = loyalty;
        this.policies = policies;
        this.time = time;
    }

    /** The first day on which a purchase could bring anything. */
    public Optional<LocalDate> since() {
        return Stream.of(rules().since(), commissions().since())
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    /** Whether rules of today have still to be carried out on what was bought before them. */
    public boolean areBehind() {
        return jobs.pending(RecountJob.CODE);
    }

    /** Whether any rate is for some tiers only. */
    boolean dependOnTiers() {
        return policies.timeline(CashbackPolicy.KIND).versions().stream()
                .flatMap(version -> version.policy().rates().stream())
                .anyMatch(rate -> !rate.tiers().isEmpty());
    }

    /** What each purchase of these members brings since then. */
    public List<Share> of(Collection<MemberId> buyers) {
        var rules = rules();
        var since = since();
        if (since.isEmpty() || buyers.isEmpty()) {
            return List.of();
        }
        var byBuyer = new LinkedHashMap<MemberId, List<Goods>>();
        for (var goods : loyalty.getObject().goods(buyers, time.startOf(since.get()))) {
            byBuyer.computeIfAbsent(goods.member(), id -> new ArrayList<>()).add(goods);
        }
        var shares = new ArrayList<Share>();
        byBuyer.values().forEach(goods -> shares.addAll(rules.of(goods)));
        var commissions = commissions();
        if (commissions.since().isPresent()) {
            var above = recommendations.above(buyers);
            byBuyer.values().forEach(goods -> shares.addAll(commissions.of(goods, above)));
        }
        return shares;
    }

    private CommissionRules commissions() {
        return new CommissionRules(policies.timeline(DistributionPolicy.KIND), time.zone());
    }

    private CashbackRules rules() {
        return new CashbackRules(policies.timeline(CashbackPolicy.KIND), time.zone());
    }
}
