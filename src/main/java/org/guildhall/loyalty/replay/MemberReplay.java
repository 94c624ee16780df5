package org.guildhall.loyalty.replay;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.kernel.Explanation;
import org.guildhall.loyalty.earning.Caps;
import org.guildhall.loyalty.earning.Earned;
import org.guildhall.loyalty.earning.Setting;
import org.guildhall.loyalty.returns.ReturnsPolicy.TierAfterReturn;
import org.guildhall.loyalty.tiers.Contributions;
import org.guildhall.loyalty.tiers.TierGrant;
import org.guildhall.loyalty.tiers.TierMachine;
import org.jspecify.annotations.Nullable;

/**
 * The pure function of loyalty: from the rule book and one member's facts to what every fact earns and how the tier moved.
 *
 * <p>It depends on the set of facts and on nothing else, so the order in which they became known cannot matter. A purchase is
 * judged by the rules of its day, on the tier held at its instant; a return by the rules of the purchase's day, and takes back
 * at its own time what the kept part would not have earned. A return dated before its purchase counts at the purchase's time.
 */
public final class MemberReplay {

    private final RuleBook book;
    private final MemberHistory history;
    private final @Nullable UUID asked;
    private final List<Position> positions;
    private final List<LocalDate> days;
    private final Contributions contributions;
    private final CapMeter caps = new CapMeter();
    private final List<Award> awards;
    private final List<Integer> awardedBy;
    private int standing;
    private @Nullable Explanation explanation;

    private MemberReplay(RuleBook book, MemberHistory history, @Nullable UUID asked) {
        this.book = book;
        this.history = history;
        this.asked = asked;
        int size = history.purchases().size();
        positions = new ArrayList<>(size);
        days = new ArrayList<>(size);
        contributions = new Contributions(size);
        awards = new ArrayList<>(size + history.returns().size());
        awardedBy = new ArrayList<>(size + history.returns().size());
    }

    /** What the facts come to on the given day. */
    public static Outcome of(RuleBook book, MemberHistory history, LocalDate today) {
        return new MemberReplay(book, history, null).run(today);
    }

    /** The same, with the explanation of one fact. */
    public static Outcome explaining(RuleBook book, MemberHistory history, LocalDate today, UUID fact) {
        return new MemberReplay(book, history, fact).run(today);
    }

    private Outcome run(LocalDate today) {
        var purchases = sorted(history.purchases());
        var returns = returnsInTime(purchases);
        var grants = history.grants().stream()
                .sorted(Comparator.comparing(TierGrant::from).thenComparing(TierGrant::id))
                .toList();
        var machine =
                new TierMachine(book, contributions, history.joinedOn(), start(purchases, grants), history.postponed());
        int back = 0;
        int granted = 0;
        for (int i = 0; i <= purchases.size(); i++) {
            Instant until = i < purchases.size() ? purchases.get(i).fact().occurredAt() : Instant.MAX;
            while (true) {
                boolean grantFirst = granted < grants.size()
                        && grants.get(granted).from().isBefore(until)
                        && (back >= returns.size()
                                || grants.get(granted)
                                        .from()
                                        .isBefore(returns.get(back).at()));
                if (grantFirst) {
                    grant(machine, grants.get(granted++));
                } else if (back < returns.size() && returns.get(back).at().isBefore(until)) {
                    giveBack(machine, returns.get(back++));
                } else {
                    break;
                }
            }
            if (i < purchases.size()) {
                buy(machine, purchases.get(i));
            }
        }
        machine.through(today);
        dateAwards();
        return new Outcome(
                awards,
                machine,
                contributions,
                history.joinedOn(),
                purchases.isEmpty() ? null : purchases.getLast().fact().occurredAt(),
                explanation);
    }

    private void buy(TierMachine machine, Bought bought) {
        var at = bought.fact().occurredAt();
        var day = dayOf(at);
        machine.through(day);
        var chapter = book.at(day);
        var tier = machine.tier();
        Caps policyCaps = chapter.earning().inForce().policy().caps();
        var setting = new Setting(
                day, tier.code(), tier.multiplier(), standing == 0, history.birthday(), caps.room(policyCaps, day));
        var position = new Position(bought, day, chapter, setting);
        explainPurchase(position);
        positions.add(position);
        days.add(day);
        standing++;
        caps.earned(day, position.earned.points());
        award(bought.id(), false, at, position.earned, positions.size() - 1);
        contributions.add(day, position.earned.growth(), position.spend(), position.earned.points());
        machine.bought(day, at, bought.id());
    }

    private void giveBack(TierMachine machine, TimedReturn timed) {
        var day = dayOf(timed.at());
        machine.through(day);
        var position = positions.get(timed.position());
        var policy = book.at(day).returns().policy();
        if (position.remainder.isGone()) {
            award(timed.back().id(), true, timed.at(), Earned.NOTHING, timed.position());
            return;
        }
        long spendBefore = position.spend();
        var before = position.kept;
        position.remainder.giveBack(timed.back().fact());
        var rest = position.earnedByRest();
        position.kept = policy.growth() ? rest : new Earned(rest.points(), before.growth());
        var taken = new Earned(before.points() - position.kept.points(), before.growth() - position.kept.growth());
        boolean gone = position.remainder.isGone();
        explainReturn(timed, position, before);
        standing -= gone ? 1 : 0;
        caps.earned(position.day, -taken.points());
        award(timed.back().id(), true, timed.at(), new Earned(-taken.points(), -taken.growth()), timed.position());
        contributions.lower(
                timed.position(), taken.growth(), spendBefore - position.spend(), gone ? 1 : 0, taken.points());
        if (policy.tier() == TierAfterReturn.RECOMPUTED) {
            machine.returned(days, day, timed.at(), timed.back().id());
        }
    }

    private void grant(TierMachine machine, TierGrant grant) {
        machine.through(dayOf(grant.from()));
        machine.granted(grant);
    }

    private void award(UUID fact, boolean returned, Instant at, Earned earned, int position) {
        var bought = positions.get(position);
        awards.add(new Award(
                fact,
                returned,
                at,
                earned.points(),
                earned.growth(),
                null,
                book.at(dayOf(at)).returns().policy().shortage(),
                bought.chapter.earning().inForce().version(),
                bought.bought.fact().store()));
        awardedBy.add(position);
    }

    /** Expiry is known last: later activity may carry points on. */
    private void dateAwards() {
        var expiries = new Expiries(positions);
        for (int i = 0; i < awards.size(); i++) {
            var award = awards.get(i);
            awards.set(
                    i,
                    new Award(
                            award.fact(),
                            award.returned(),
                            award.at(),
                            award.points(),
                            award.growth(),
                            expiries.of(awardedBy.get(i)),
                            award.shortage(),
                            award.version(),
                            award.store()));
            if (explanation != null && award.fact().equals(asked)) {
                explanation = Explanations.withExpiry(
                        explanation, positions.get(awardedBy.get(i)), expiries.of(awardedBy.get(i)));
            }
        }
    }

    private void explainPurchase(Position position) {
        if (position.bought.id().equals(asked)) {
            explanation = Explanations.ofPurchase(position);
        }
    }

    private void explainReturn(TimedReturn timed, Position position, Earned before) {
        if (timed.back().id().equals(asked)) {
            explanation = Explanations.ofReturn(
                    position, before, book.at(dayOf(timed.at())).returns());
        }
    }

    private record TimedReturn(GivenBack back, int position, Instant at) {}

    private List<TimedReturn> returnsInTime(List<Bought> purchases) {
        if (history.returns().isEmpty()) {
            return List.of();
        }
        Map<String, Integer> byNumber = new HashMap<>();
        for (int i = 0; i < purchases.size(); i++) {
            var fact = purchases.get(i).fact();
            byNumber.put(fact.source() + '\n' + fact.number(), i);
        }
        var timed = new ArrayList<TimedReturn>();
        for (var back : history.returns()) {
            var position =
                    byNumber.get(back.fact().source() + '\n' + back.fact().purchaseNumber());
            if (position != null) {
                var bought = purchases.get(position).fact().occurredAt();
                var at = back.fact().occurredAt();
                timed.add(new TimedReturn(back, position, at.isBefore(bought) ? bought : at));
            }
        }
        timed.sort(Comparator.comparing(TimedReturn::at)
                .thenComparing(one -> one.back.fact().source())
                .thenComparing(one -> one.back.fact().number()));
        return timed;
    }

    private LocalDate start(List<Bought> purchases, List<TierGrant> grants) {
        var start = history.joinedOn();
        if (!purchases.isEmpty()) {
            start = earlier(start, dayOf(purchases.getFirst().fact().occurredAt()));
        }
        return grants.isEmpty() ? start : earlier(start, dayOf(grants.getFirst().from()));
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static List<Bought> sorted(List<Bought> purchases) {
        var sorted = new ArrayList<>(purchases);
        sorted.sort(Bought.ORDER);
        return sorted;
    }

    private LocalDate dayOf(Instant at) {
        return at.atZone(book.zone()).toLocalDate();
    }
}
