package org.guildhall.loyalty.standing;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.guildhall.kernel.Explanation;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Points;
import org.guildhall.loyalty.StandingView;
import org.guildhall.loyalty.StandingView.ByTerm;
import org.guildhall.loyalty.StandingView.Missing;
import org.guildhall.loyalty.replay.Outcome;
import org.guildhall.loyalty.replay.RuleBook;
import org.guildhall.loyalty.tiers.Counted;
import org.guildhall.loyalty.tiers.Sums;
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
                Points.of(sums.total(Counted.GROWTH)),
                Points.of(facts.points()),
                new Money(
                        sums.total(Counted.SPEND),
                        book.at(today).earning().exchange().base()),
                (int) sums.total(Counted.VISITS),
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
        var have = new Have(total(windowStart(), today), sums(windowStart(), today));
        return missing(tier, have, null, rules.windowEnd(today, outcome.joinedOn()));
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
        var have = later ? new Have(0, Sums.NONE) : new Have(total(from, today), sums(from, today));
        var tier = rules.policy().ladder().get(held);
        return have.total >= tier.threshold() ? null : missing(tier, have, later ? from : null, through);
    }

    /** What counts already: by the measure, and each sum by itself. */
    private record Have(long total, Sums sums) {}

    private Missing missing(TiersPolicy.Tier tier, Have have, @Nullable LocalDate from, @Nullable LocalDate by) {
        var measure = rules.policy().measure();
        var formula = rules.formula();
        long missing = Math.max(1, tier.threshold() - have.total);
        long goal = have.total + missing;
        var terms = formula.counting().stream()
                .map(term -> byTerm(term, formula.alone(term, have.sums, goal)))
                .toList();
        int purchases = measure == TiersPolicy.Measure.VISITS ? (int) missing : 1;
        var spend = shortest.spendFor(measure, formula, have.sums, goal);
        return new Missing(tier.code(), missing, spend, purchases, from, by, terms);
    }

    private ByTerm byTerm(TiersPolicy.Term term, long amount) {
        return new ByTerm(term.measure(), amount, term.measure() == Counted.SPEND ? shortest.money(amount) : null);
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
        var parts = new ArrayList<>(List.of(step));
        rules.formula().counting().forEach(term -> parts.add(scored(term)));
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
                .with(parts);
    }

    private Explanation scored(TiersPolicy.Term term) {
        long sum = sums(windowStart(), today).of(term.measure());
        var code = switch (term.measure()) {
            case GROWTH -> "loyalty.standing.by-growth";
            case SPEND -> "loyalty.standing.by-spend";
            case VISITS -> "loyalty.standing.by-visits";
            case POINTS -> "loyalty.standing.by-points";
        };
        Object amount = term.measure() == Counted.SPEND ? shortest.money(sum) : (Object) sum;
        return Explanation.of(code, "amount", amount, "weight", term.weight());
    }

    private LocalDate windowStart() {
        return rules.windowStart(today, outcome.joinedOn());
    }

    private long total(LocalDate from, LocalDate through) {
        var contributions = outcome.contributions();
        return rules.total(contributions, from, through, contributions.size());
    }

    private Sums sums(LocalDate from, LocalDate through) {
        return outcome.contributions()
                .sums(from, through, outcome.contributions().size());
    }
}
