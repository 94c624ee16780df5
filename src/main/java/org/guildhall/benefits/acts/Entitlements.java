package org.guildhall.benefits.acts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guildhall.benefits.BenefitsPolicy;
import org.guildhall.benefits.BenefitsPolicy.Benefit;
import org.guildhall.benefits.EntitlementView;
import org.guildhall.benefits.EntitlementView.Hindrance;
import org.guildhall.benefits.EntitlementView.Why;
import org.guildhall.benefits.rules.Grounds;
import org.guildhall.benefits.rules.Holder;
import org.guildhall.benefits.rules.Window;
import org.guildhall.jooq.benefits.tables.records.AllowanceRecord;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.policies.InForce;
import org.guildhall.policies.Policies;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what a member is entitled to, why, what is left of it, and what stands in the way. */
@Component
class Entitlements {

    private final Policies policies;
    private final Holders holders;
    private final AllowanceStore allowances;
    private final BusinessTime time;

    Entitlements(Policies policies, Holders holders, AllowanceStore allowances, BusinessTime time) {
        this.policies = policies;
        this.holders = holders;
        this.allowances = allowances;
        this.time = time;
    }

    InForce<BenefitsPolicy> catalogue(Instant at) {
        return policies.inForce(BenefitsPolicy.KIND, time.dateOf(at));
    }

    /** All of them, in the order of the catalogue. */
    List<EntitlementView> of(MemberId member, Instant at) {
        var inForce = catalogue(at);
        var holder = holders.at(member, at);
        var kept = allowances.of(member);
        var views = new ArrayList<EntitlementView>();
        for (var benefit : inForce.policy().benefits()) {
            var view = view(new Asked(inForce, benefit, member, time.dateOf(at)), holder, kept);
            if (!view.grounds().isEmpty()) {
                views.add(view);
            }
        }
        return views;
    }

    /** One of them; without a ground where the member is not entitled. */
    EntitlementView of(MemberId member, Benefit benefit, Instant at) {
        var asked = new Asked(catalogue(at), benefit, member, time.dateOf(at));
        return view(asked, holders.at(member, at), allowances.of(member));
    }

    /**
     * Of some benefits those that members are entitled to; members without any are absent. Looks up what was given by hand, tiers
     * where a tier entitles, and the rest only for who is entitled.
     */
    Map<MemberId, List<EntitlementView>> of(Collection<MemberId> members, List<Benefit> benefits, Instant at) {
        var inForce = catalogue(at);
        var day = time.dateOf(at);
        var holders = this.holders.entitled(members, at, new Holders.Wanted(inForce.policy(), benefits, day));
        boolean limited = benefits.stream().anyMatch(benefit -> benefit.quota().most() != null);
        var kept = limited && !holders.isEmpty()
                ? allowances.of(holders.keySet())
                : Map.<MemberId, List<AllowanceRecord>>of();
        var all = new LinkedHashMap<MemberId, List<EntitlementView>>();
        holders.forEach((member, holder) -> all.put(
                member,
                benefits.stream()
                        .map(benefit -> view(
                                new Asked(inForce, benefit, member, day), holder, kept.getOrDefault(member, List.of())))
                        .filter(view -> !view.grounds().isEmpty())
                        .toList()));
        return all;
    }

    private record Asked(InForce<BenefitsPolicy> inForce, Benefit benefit, MemberId member, LocalDate day) {}

    private static EntitlementView view(Asked asked, Holder holder, List<AllowanceRecord> kept) {
        var benefit = asked.benefit;
        var window = Window.of(benefit, holder, asked.day);
        int used = window == null
                ? 0
                : AllowanceStore.used(AllowanceStore.place(asked.member, benefit.code(), window, kept), kept);
        var most = benefit.quota().most();
        var left = new EntitlementView.Left(
                benefit.quota().periodCode(),
                window == null ? null : window.firstDay(),
                window == null ? null : window.lastDay(),
                used,
                most,
                most == null ? null : Math.max(0, most - used));
        return new EntitlementView(
                benefit.code(),
                benefit.name(),
                benefit.offer().kind(),
                benefit.offer(),
                benefit.clause(),
                asked.inForce.version(),
                benefit.needsCode(),
                Grounds.of(asked.inForce.policy(), benefit, holder, asked.day),
                left,
                hindrance(asked, holder, window, left));
    }

    private static @Nullable Hindrance hindrance(
            Asked asked, Holder holder, @Nullable Window window, EntitlementView.Left left) {
        if (!holder.active()) {
            return new Hindrance(Why.MEMBER_NOT_ACTIVE, null);
        }
        if (window == null) {
            var next = Window.nextBirthday(asked.benefit, holder, asked.day);
            return new Hindrance(next == null ? Why.BIRTHDAY_UNKNOWN : Why.NOT_THE_BIRTHDAY, next);
        }
        return left.left() != null && left.left() == 0 ? new Hindrance(Why.USED_UP, window.nextDay()) : null;
    }
}
