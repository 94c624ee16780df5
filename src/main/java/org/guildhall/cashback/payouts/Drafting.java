package org.guildhall.cashback.payouts;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.guildhall.cashback.CommissionPayouts;
import org.guildhall.cashback.DistributionPolicy;
import org.guildhall.cashback.PayoutHeld;
import org.guildhall.cashback.PayoutPolicy;
import org.guildhall.cashback.PayoutTotals;
import org.guildhall.cashback.rules.PayoutRules;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.members.Members;
import org.guildhall.policies.InForce;
import org.guildhall.policies.Policies;
import org.springframework.stereotype.Component;

/** Works out who would be paid what for a month, by the rules of today. */
@Component
class Drafting {

    private final PayoutStore store;
    private final Members members;
    private final Policies policies;
    private final BusinessTime time;

    Drafting(PayoutStore store, Members members, Policies policies, BusinessTime time) {
        this.store = store;
        this.members = members;
        this.policies = policies;
        this.time = time;
    }

    /** One promoter: where they stand and what is proposed. */
    record Line(MemberId member, PayoutRules.Standing standing, PayoutRules.Proposal proposal) {}

    /** A payout as it would be proposed: the largest payment first, what is owed last. */
    record Draft(
            YearMonth month, LocalDate ripeThrough, InForce<PayoutPolicy> rules, String currency, List<Line> lines) {

        PayoutTotals totals() {
            return new PayoutTotals(
                    (int) lines.stream().filter(Draft::pays).count(),
                    money(lines.stream()
                            .mapToLong(line -> line.proposal.amount())
                            .sum()),
                    (int) lines.stream().filter(Draft::carries).count(),
                    money(lines.stream()
                            .filter(Draft::carries)
                            .mapToLong(Draft::due)
                            .sum()),
                    (int) lines.stream().filter(Draft::owes).count(),
                    money(-lines.stream()
                            .filter(Draft::owes)
                            .mapToLong(Draft::due)
                            .sum()));
        }

        long least() {
            return rules.policy().leastPayout().minor();
        }

        private Money money(long minor) {
            return Money.of(minor, currency);
        }

        private static boolean pays(Line line) {
            return line.proposal.held() == null;
        }

        private static boolean owes(Line line) {
            return line.proposal.held() == PayoutHeld.OWED;
        }

        private static boolean carries(Line line) {
            return !pays(line) && !owes(line);
        }

        private static long due(Line line) {
            return line.standing.due();
        }
    }

    Draft of(YearMonth month) {
        var rules = policies.inForce(PayoutPolicy.KIND, time.today());
        var ripeThrough = month.atEndOfMonth().minusDays(rules.policy().coolingDays());
        var standings = store.standings(ripeThrough, CommissionPayouts.MOST_PROMOTERS);
        var living = living(standings.keySet());
        var lines = new ArrayList<Line>();
        standings.forEach((member, standing) -> lines.add(new Line(
                member,
                standing,
                PayoutRules.propose(standing, rules.policy().leastPayout().minor(), living.contains(member)))));
        return new Draft(month, ripeThrough, rules, currency(), lines);
    }

    /** Where these stand now, with what was first credited by a day. */
    Map<MemberId, PayoutRules.Standing> standings(LocalDate ripeThrough, Collection<MemberId> of) {
        return store.standings(ripeThrough, of);
    }

    /** Those of them who are not erased: whoever left the club is still paid what they earned. */
    Set<MemberId> living(Collection<MemberId> of) {
        return members.facts(of).values().stream()
                .filter(facts -> !facts.erased())
                .map(facts -> facts.id())
                .collect(Collectors.toUnmodifiableSet());
    }

    String currency() {
        return policies.inForce(DistributionPolicy.KIND, time.today())
                .policy()
                .mostPerPurchase()
                .currency()
                .getCurrencyCode();
    }
}
