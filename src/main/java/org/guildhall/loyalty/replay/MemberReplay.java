package org.guildhall.loyalty.replay;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.guildhall.kernel.Explanation;
import org.guildhall.loyalty.earning.Caps;
import org.guildhall.loyalty.earning.Earned;
import org.guildhall.loyalty.earning.Setting;
import org.guildhall.loyalty.occasions.Judged;
import org.guildhall.loyalty.occasions.OccasionTally;
import org.guildhall.loyalty.returns.ReturnsPolicy.TierAfterReturn;
import org.guildhall.loyalty.tiers.Contributions;
import org.guildhall.loyalty.tiers.TierGrant;
import org.guildhall.loyalty.tiers.TierMachine;
import org.jspecify.annotations.Nullable;

/**
 * The pure function of loyalty: from the rule book and one member's facts to what every fact earns and how the tier moved.
 *
 * <p>It depends on the set of facts and on nothing else, so the order in which they became known cannot matter. A purchase or an
 * occasion is judged by the rules of its day, on the tier held at its instant; a return by the rules of the purchase's day, and
 * takes back at its own time what the kept part would not have earned. A return dated before its purchase counts at the
 * purchase's time. An occasion that is taken back counts until then, and loses all it brought.
 */
public final class MemberReplay {

    private final RuleBook book;
    private final MemberHistory history;
    private final @Nullable UUID asked;
    private final List<Position> positions;
    private final List<LocalDate> days;
    private final Contributions contributions;
    private final CapMeter caps = new CapMeter();
    private final OccasionTally tally = new OccasionTally();
    private final Awards awards;
    private int standing;
    private @Nullable Instant lastPurchaseAt;
    private @Nullable Explanation explanation;

    private MemberReplay(RuleBook book, MemberHistory history, @Nullable UUID asked) {
        this.book = book;
        this.history = history;
        this.asked = asked;
        int size = history.purchases().size() + history.occasions().size();
        positions = new ArrayList<>(size);
        days = new ArrayList<>(size);
        contributions = new Contributions(size);
        awards = new Awards(size + history.returns().size());
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
        var facts = sorted();
        var backs = Back.of(history, facts);
        var grants = history.grants().stream()
                .sorted(Comparator.comparing(TierGrant::from).thenComparing(TierGrant::id))
                .toList();
        var machine =
                new TierMachine(book, contributions, history.joinedOn(), start(facts, grants), history.postponed());
        int back = 0;
        int granted = 0;
        for (int i = 0; i <= facts.size(); i++) {
            Instant until = i < facts.size() ? facts.get(i).at() : Instant.MAX;
            while (true) {
                boolean grantFirst = granted < grants.size()
                        && grants.get(granted).from().isBefore(until)
                        && (back >= backs.size()
                                || grants.get(granted)
                                        .from()
                                        .isBefore(backs.get(back).at()));
                if (grantFirst) {
                    grant(machine, grants.get(granted++));
                } else if (back < backs.size() && backs.get(back).at().isBefore(until)) {
                    giveBack(machine, backs.get(back++));
                } else {
                    break;
                }
            }
            if (i < facts.size()) {
                earn(machine, facts.get(i));
            }
        }
        machine.through(today);
        return new Outcome(
                awards.dated(positions, this::explainExpiry),
                machine,
                contributions,
                history.joinedOn(),
                lastPurchaseAt,
                explanation);
    }

    private void earn(TierMachine machine, Earning fact) {
        var day = dayOf(fact.at());
        machine.through(day);
        var position = switch (fact) {
            case Bought bought -> buy(machine, bought, day);
            case Happened happened -> happen(machine, happened, day);
        };
        positions.add(position);
        days.add(day);
        var by = fact instanceof Bought ? Award.By.PURCHASE : Award.By.OCCASION;
        award(fact.id(), by, fact.at(), position.kept, positions.size() - 1);
        machine.bought(day, fact.at(), fact.id());
    }

    private Position buy(TierMachine machine, Bought bought, LocalDate day) {
        var chapter = book.at(day);
        var tier = machine.tier();
        Caps policyCaps = chapter.earning().inForce().policy().caps();
        var setting = new Setting(
                day, tier.code(), tier.multiplier(), standing == 0, history.birthday(), caps.room(policyCaps, day));
        var position = new Position.OfPurchase(bought, day, chapter, setting);
        if (bought.id().equals(asked)) {
            explanation = Explanations.ofPurchase(position);
        }
        standing++;
        lastPurchaseAt = bought.at();
        caps.earned(day, position.kept.points());
        contributions.add(day, position.kept.growth(), position.spend(), position.kept.points());
        return position;
    }

    private Position happen(TierMachine machine, Happened happened, LocalDate day) {
        var chapter = book.at(day);
        var tier = machine.tier();
        var circumstances = new Judged.Circumstances(tier.code(), tier.multiplier());
        var judged = tally.next(happened.fact(), day, chapter.occasions().policy(), circumstances);
        var position = new Position.OfOccasion(judged, chapter);
        if (happened.id().equals(asked)) {
            explanation = Explanations.ofOccasion(position);
        }
        contributions.addOccasion(day, judged.growth(), judged.points());
        return position;
    }

    private void giveBack(TierMachine machine, Back back) {
        var day = dayOf(back.at());
        machine.through(day);
        var lost = switch (positions.get(back.position())) {
            case Position.OfPurchase bought -> giveBack(back, bought, day);
            case Position.OfOccasion happened -> takeBack(back, happened, day);
        };
        if (lost && book.at(day).returns().policy().tier() == TierAfterReturn.RECOMPUTED) {
            machine.returned(days, day, back.at(), back.id());
        }
    }

    /** Gives false if nothing was left to give back. */
    private boolean giveBack(Back back, Position.OfPurchase position, LocalDate day) {
        if (position.remainder.isGone()) {
            award(back.id(), Award.By.RETURN, back.at(), Earned.NOTHING, back.position());
            return false;
        }
        long spendBefore = position.spend();
        var before = position.kept;
        position.remainder.giveBack(Objects.requireNonNull(back.returned()));
        var rest = position.earnedByRest();
        boolean growthToo = book.at(day).returns().policy().growth();
        position.kept = growthToo ? rest : new Earned(rest.points(), before.growth());
        var taken = new Earned(before.points() - position.kept.points(), before.growth() - position.kept.growth());
        boolean gone = position.remainder.isGone();
        if (back.id().equals(asked)) {
            explanation = Explanations.ofReturn(position, before, book.at(day).returns());
        }
        standing -= gone ? 1 : 0;
        caps.earned(position.day, -taken.points());
        award(back.id(), Award.By.RETURN, back.at(), negated(taken), back.position());
        contributions.lower(
                back.position(), taken.growth(), spendBefore - position.spend(), gone ? 1 : 0, taken.points());
        return true;
    }

    private boolean takeBack(Back back, Position.OfOccasion position, LocalDate day) {
        var taken = position.kept;
        position.kept = Earned.NOTHING;
        tally.takenBack(position.judged);
        if (back.id().equals(asked)) {
            explanation =
                    Explanations.ofTakingBack(position, taken, book.at(day).returns());
        }
        award(back.id(), Award.By.TAKING_BACK, back.at(), negated(taken), back.position());
        contributions.lower(back.position(), taken.growth(), 0, 0, taken.points());
        return true;
    }

    private static Earned negated(Earned taken) {
        return new Earned(-taken.points(), -taken.growth());
    }

    private void grant(TierMachine machine, TierGrant grant) {
        machine.through(dayOf(grant.from()));
        machine.granted(grant);
    }

    private void award(UUID fact, Award.By by, Instant at, Earned earned, int position) {
        var shortage = book.at(dayOf(at)).returns().policy().shortage();
        awards.add(new Awards.Given(fact, by, at, earned, shortage), positions.get(position), position);
    }

    private void explainExpiry(Award award, Position position) {
        if (explanation != null && award.fact().equals(asked)) {
            explanation = Explanations.withExpiry(explanation, position, award.expiresOn());
        }
    }

    private LocalDate start(List<Earning> facts, List<TierGrant> grants) {
        var start = history.joinedOn();
        if (!facts.isEmpty()) {
            start = earlier(start, dayOf(facts.getFirst().at()));
        }
        return grants.isEmpty() ? start : earlier(start, dayOf(grants.getFirst().from()));
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private List<Earning> sorted() {
        var sorted = new ArrayList<Earning>(
                history.purchases().size() + history.occasions().size());
        sorted.addAll(history.purchases());
        sorted.addAll(history.occasions());
        sorted.sort(Earning.ORDER);
        return sorted;
    }

    private LocalDate dayOf(Instant at) {
        return at.atZone(book.zone()).toLocalDate();
    }
}
