package org.guildhall.prepaid.advances;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.guildhall.access.Access;
import org.guildhall.access.Scopes;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Refusal;
import org.guildhall.policies.Policies;
import org.guildhall.prepaid.AdvanceMoney;
import org.guildhall.prepaid.AdvanceView;
import org.guildhall.prepaid.Advances;
import org.guildhall.prepaid.IssuerPolicy;
import org.guildhall.prepaid.PaidFor;
import org.guildhall.prepaid.PrepaidPermissions;
import org.guildhall.prepaid.PrepaidPolicy;
import org.guildhall.prepaid.PrepaidRefusal;
import org.guildhall.prepaid.rules.AdvanceExplanation;
import org.guildhall.prepaid.rules.AdvanceRules;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows what is held against the rules, worked out anew whenever it is asked for. */
@Component
class AdvanceBook implements Advances {

    private final AdvanceStore store;
    private final List<AdvanceMoney> others;
    private final Policies policies;
    private final Access access;
    private final BusinessTime time;

    AdvanceBook(AdvanceStore store, List<AdvanceMoney> others, Policies policies, Access access, BusinessTime time) {
        this.store = store;
        this.others = List.copyOf(others);
        this.policies = policies;
        this.access = access;
        this.time = time;
    }

    @Override
    public AdvanceView standing() {
        if (!Scopes.includes(access.require(PrepaidPermissions.RECONCILE), null, null)) {
            throw Refusal.of(new PrepaidRefusal.StoreOutOfReach(""));
        }
        var today = time.today();
        var rules = policies.inForce(IssuerPolicy.KIND, today);
        var parts = parts(today, store.before(today) + store.on(today));
        long held = sum(parts);
        var quarterEnd = AdvanceRules.quarterEnd(today);
        long balance = sum(parts(quarterEnd, store.at(quarterEnd)));
        return new AdvanceView(
                today,
                rules.policy().issuer(),
                money(held),
                parts,
                cap(rules.policy(), today, held),
                new AdvanceView.Custody(
                        rules.policy().rule().custodyPercent(),
                        quarterEnd,
                        money(balance),
                        money(AdvanceRules.custody(rules.policy(), balance))),
                rules.policy().ending(today).orElse(null),
                new AdvanceExplanation(rules, today, currency()).standing(held, quarterEnd, balance));
    }

    private AdvanceView.@Nullable Cap cap(IssuerPolicy policy, LocalDate day, long held) {
        return AdvanceRules.cap(policy, day)
                .map(cap -> new AdvanceView.Cap(
                        cap.nearness(held, policy.warnFromPercent()),
                        cap.rule().capPercent(),
                        cap.income().amount(),
                        cap.income().yearEnd(),
                        cap.outdated(),
                        money(cap.most()),
                        money(cap.left(held)),
                        cap.used(held),
                        policy.warnFromPercent(),
                        policy.beyond()))
                .orElse(null);
    }

    private List<AdvanceView.Part> parts(LocalDate day, long stored) {
        var parts = new ArrayList<AdvanceView.Part>();
        parts.add(new AdvanceView.Part(PaidFor.STORED_VALUE, money(stored)));
        others.forEach(other -> parts.add(new AdvanceView.Part(other.what(), other.heldAt(day))));
        return parts;
    }

    private static long sum(List<AdvanceView.Part> parts) {
        return parts.stream().mapToLong(part -> part.held().minor()).sum();
    }

    private Money money(long minor) {
        return new Money(minor, currency());
    }

    private Currency currency() {
        return policies.inForce(PrepaidPolicy.KIND, time.today())
                .policy()
                .caps()
                .named()
                .currency();
    }
}
