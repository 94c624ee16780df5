package org.guildhall.loyalty.standing;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.guildhall.kernel.Explanation;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Points;
import org.guildhall.loyalty.StandingView;
import org.guildhall.loyalty.StandingView.Missing;
import org.guildhall.loyalty.replay.Outcome;
import org.guildhall.loyalty.replay.RuleBook;
import org.guildhall.loyalty.tiers.TierMachine;
import org.guildhall.loyalty.tiers.TierRules;
import org.guildhall.loyalty.tiers.TiersPolicy;
import org.jspecify.annotations.Nullable;

/** Reads from a replay where the member stands and what the shortest way to the next tier, or to keeping this one, is. */
final class Outlook {

    private final Outcome outcome;
    private final TierMachine machine;
    private final TierRules rules;
    private final LocalDate today;
    private final ShortestWay shortest;

    private Outlook(RuleBook book, Outcome outcome, LocalDate today) {
        this.outcome = outcome;
        this.today = today;
        machine = outcome.machine();
        rules = machine.rules();
        shortest = new ShortestWay(book.at(today), machine.tier(), today);
    }

    static StandingView of(RuleBook book, org.guildhall.kernel.MemberId member, Outcome outcome, StandingFacts facts) {
        return new Outlook(book, outcome, facts.today()).view(book, member, facts);
    }

    /** What the view shows beside the replay. */
    record StandingFacts(LocalDate today, long points) {}

    private StandingView view(RuleBook book, org.guildhall.kernel.MemberId member, StandingFacts facts) {
        var sums = outcome.contributions();
        return new StandingView(
                member,
                outcome.tier(),
                since(book.zone()),
                machine.keepUntil(),
                Points.of(sums.total(TiersPolicy.Measure.GROWTH)),
                Points.of(facts.points()),
                new Money(
                        sums.total(TiersPolicy.Measure.SPEND),
                        book.at(today).earning().exchange().base()),
                (int) sums.total(TiersPolicy.Measure.VISITS),
                outcome.lastPurchaseAt(),
                rules.policy().measure().name(),
                total(windowStart(), today),
                next(),
                keep(),
                why());
    }

    private LocalDate since(ZoneId zone) {
        var steps = outcome.steps();
        int last = steps.size() - 1;
        while (last > 0 && steps.get(last).to().equals(steps.get(last).from())) {
            last--;
        }
        return steps.get(last).at().atZone(zone).toLocalDate();
    }

    private @Nullable Missing next() {
        int place = rules.placeOf(outcome.tier()) + 1;
        if (place >= rules.policy().ladder().size()) {
            return null;
        }
        var tier = rules.policy().ladder().get(place);
        long missing = Math.max(1, tier.threshold() - total(windowStart(), today));
        return missing(tier.code(), missing, null, rules.windowEnd(today, outcome.joinedOn()));
    }

    private @Nullable Missing keep() {
        var reviewOn = machine.reviewOn();
        int held = machine.held();
        if (reviewOn == null
                || rules.policy().review() == TiersPolicy.Review.KEEP
                || held != rules.placeOf(outcome.tier())) {
            return null;
        }
        var through = reviewOn.minusDays(1);
        var grace = machine.graceFrom();
        var from = grace == null ? rules.reviewStart(reviewOn, outcome.joinedOn()) : grace;
        boolean later = from.isAfter(today);
        long have = later ? 0 : total(from, today);
        var tier = rules.policy().ladder().get(held);
        return have >= tier.threshold()
                ? null
                : missing(tier.code(), tier.threshold() - have, later ? from : null, through);
    }

    private Missing missing(String tier, long missing, @Nullable LocalDate from, @Nullable LocalDate by) {
        var measure = rules.policy().measure();
        int purchases = measure == TiersPolicy.Measure.VISITS ? (int) missing : 1;
        return new Missing(tier, missing, shortest.spendFor(measure, missing), purchases, from, by);
    }

    private Explanation why() {
        var last = outcome.steps().getLast();
        var step = Explanation.of(
                "loyalty.tier-step",
                "from",
                last.from() == null ? "" : last.from(),
                "to",
                last.to(),
                "reason",
                last.reason().code(),
                "at",
                last.at());
        return Explanation.of(
                        "loyalty.standing",
                        "tier",
                        outcome.tier(),
                        "measure",
                        rules.policy().measure().name(),
                        "qualifying",
                        total(windowStart(), today),
                        "threshold",
                        machine.tier().threshold(),
                        "from",
                        windowStart().isBefore(outcome.joinedOn()) ? outcome.joinedOn() : windowStart())
                .by(rules.inForce().source())
                .with(List.of(step));
    }

    private LocalDate windowStart() {
        return rules.windowStart(today, outcome.joinedOn());
    }

    private long total(LocalDate from, LocalDate through) {
        var sums = outcome.contributions();
        return sums.total(rules.policy().measure(), from, through, sums.size());
    }
}
