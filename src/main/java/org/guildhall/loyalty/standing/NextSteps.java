package org.guildhall.loyalty.standing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Explanation;
import org.guildhall.kernel.MemberId;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.LapsingLots;
import org.guildhall.ledger.LapsingLots.Lot;
import org.guildhall.loyalty.StandingView.Missing;
import org.guildhall.loyalty.warnings.WarningsPolicy;
import org.guildhall.members.Members;
import org.guildhall.policies.InForce;
import org.guildhall.policies.Policies;
import org.springframework.stereotype.Component;

/**
 * What is worth doing next for a member, each with the facts it is concluded from and the rule that says when it matters: the
 * days ahead and the least amounts are those of the warnings, so that staff and messages speak of the same things.
 */
@Component
public class NextSteps {

    private final Standings standings;
    private final LapsingLots lots;
    private final Members members;
    private final Policies policies;
    private final BusinessTime time;

    NextSteps(Standings standings, LapsingLots lots, Members members, Policies policies, BusinessTime time) {
        this.standings = standings;
        this.lots = lots;
        this.members = members;
        this.policies = policies;
        this.time = time;
    }

    /** The most pressing first; none if nothing is near. */
    public List<Explanation> of(MemberId member) {
        var standing = standings.today(member);
        var rules = policies.inForce(WarningsPolicy.KIND, time.today());
        var steps = new ArrayList<Explanation>();
        lapsing(member, rules).ifPresent(steps::add);
        review(standing, rules).ifPresent(steps::add);
        birthday(member).ifPresent(steps::add);
        return steps;
    }

    private Optional<Explanation> lapsing(MemberId member, InForce<WarningsPolicy> rules) {
        int days = most(rules.policy().pointsDays());
        var through = time.today().plusDays(days);
        var near = days == 0
                ? List.<Lot>of()
                : lots.of(List.of(member), Asset.POINTS, time.today(), through).stream()
                        .filter(lot -> lot.lastDay().isBefore(through))
                        .toList();
        long sum = near.stream().mapToLong(Lot::amount).sum();
        return near.isEmpty() || sum < rules.policy().leastPoints()
                ? Optional.empty()
                : Optional.of(Explanation.of(
                                "loyalty.next.points-lapsing",
                                "points",
                                sum,
                                "day",
                                near.getFirst().lastDay().toString(),
                                "days",
                                days)
                        .by(rules.source()));
    }

    private Optional<Explanation> review(Standings.Today today, InForce<WarningsPolicy> rules) {
        var standing = today.view();
        var until = standing.keepUntil();
        int days = most(rules.policy().reviewDays());
        if (until == null || !until.isBefore(time.today().plusDays(days))) {
            return Optional.empty();
        }
        var keep = standing.keep();
        var code = today.byHand() ? "loyalty.next.grant-ends" : "loyalty.next.review-met";
        var step = keep == null
                ? Explanation.of(code, "tier", standing.tier(), "day", until.toString())
                : missing(keep, until.toString());
        return Optional.of(step.by(rules.source()));
    }

    private static Explanation missing(Missing keep, String until) {
        if (keep.spend() == null) {
            return Explanation.of(
                    "loyalty.next.review-missing", "tier", keep.tier(), "day", until, "missing", keep.missing());
        }
        return Explanation.of(
                "loyalty.next.review-spend",
                "tier",
                keep.tier(),
                "day",
                until,
                "amount",
                Objects.requireNonNull(keep.spend()),
                "purchases",
                keep.purchases());
    }

    private Optional<Explanation> birthday(MemberId member) {
        var facts = members.facts(List.of(member)).get(member);
        return facts == null || facts.birthday() == null || !facts.birthday().isInMonthOf(time.today())
                ? Optional.empty()
                : Optional.of(Explanation.of(
                        "loyalty.next.birthday-month", "month", time.today().getMonthValue()));
    }

    private static int most(List<Integer> days) {
        return days.stream().mapToInt(Integer::intValue).max().orElse(0);
    }
}
