package org.guildhall.loyalty.purchases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.Booked;
import org.guildhall.ledger.Ledger;
import org.guildhall.ledger.Movement;
import org.guildhall.ledger.Posting;
import org.guildhall.loyalty.LoyaltyEvent.TierChanged;
import org.guildhall.loyalty.replay.MemberHistory;
import org.guildhall.loyalty.replay.MemberReplay;
import org.guildhall.loyalty.replay.Outcome;
import org.guildhall.loyalty.replay.RuleBook;
import org.guildhall.loyalty.replay.RuleBooks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Replays members and brings ledger, tier history and standings to what the replay says. */
@Component
public class Settlement {

    private final Ledger ledger;
    private final StandingStore standings;
    private final RuleBooks books;
    private final BusinessTime time;

    Settlement(Ledger ledger, StandingStore standings, RuleBooks books, BusinessTime time) {
        this.ledger = ledger;
        this.standings = standings;
        this.books = books;
        this.time = time;
    }

    /** Locks these members until the transaction ends. */
    Map<MemberId, StandingRow> lock(Collection<MemberId> members) {
        return standings.lock(members);
    }

    /** Locks those of these members until the transaction ends on whom time has had its effect by that day. */
    Map<MemberId, StandingRow> lockDue(Collection<MemberId> members, LocalDate through) {
        return standings.lockDue(members, through);
    }

    /**
     * What settling changed.
     *
     * @param points net points granted
     * @param growth net growth granted
     * @param tierChanges present tiers that changed, first tiers included
     * @param standings where these members stand now
     * @param outcomes the replays
     */
    public record Settled(
            long points,
            long growth,
            List<TierChanged> tierChanges,
            List<StandingRow> standings,
            Map<MemberId, Outcome> outcomes) {

        static final Settled NOTHING = new Settled(0, 0, List.of(), List.of(), Map.of());

        /** This and what settling further members changed, without where they all stand and why. */
        Settled plus(Settled further) {
            var changes = new ArrayList<TierChanged>(tierChanges.size() + further.tierChanges.size());
            changes.addAll(tierChanges);
            changes.addAll(further.tierChanges);
            return new Settled(points + further.points, growth + further.growth, changes, List.of(), Map.of());
        }

        /** How many members came from another tier; getting the first one is joining, not changing. */
        public int movedMembers() {
            return (int) tierChanges.stream()
                    .filter(change -> change.from() != null)
                    .map(TierChanged::member)
                    .distinct()
                    .count();
        }
    }

    /** Replays these members, whose standings the caller has locked, and writes what differs. */
    Settled settle(Map<MemberId, MemberHistory> histories, Map<MemberId, StandingRow> locked) {
        return settle(histories, locked, List.of());
    }

    /** The same, and books what is given in the same go and before everything else. */
    Settled settle(Map<MemberId, MemberHistory> histories, Map<MemberId, StandingRow> locked, List<Posting> first) {
        var known = locked.values().stream()
                .filter(row -> !row.isNew() && histories.containsKey(row.member()))
                .map(StandingRow::member)
                .toList();
        var work = new Work(books.current(), booked(known), true);
        var steps = known.isEmpty() ? Map.<MemberId, List<TierLog.Recorded>>of() : standings.steps(known);
        replay(histories, work.book)
                .forEach((member, outcome) -> work.member(
                        before(locked, member),
                        outcome,
                        Objects.requireNonNull(histories.get(member)).erased(),
                        steps.getOrDefault(member, List.of())));
        return write(work, first);
    }

    /**
     * The same when nothing but time has passed since these members were settled: that moves tiers and never what a fact was
     * awarded, so the ledger is not asked; nor is the recorded tier history where none of it was ever withdrawn, since then
     * the steps before the day that was due are those recorded.
     */
    Settled review(Map<MemberId, MemberHistory> histories, Map<MemberId, StandingRow> locked) {
        var work = new Work(books.current(), Map.of(), false);
        var outcomes = replay(histories, work.book);
        var known = new HashMap<MemberId, List<TierLog.Recorded>>();
        var unsure = new ArrayList<MemberId>();
        outcomes.forEach((member, outcome) -> {
            var recorded = recordedBefore(before(locked, member), outcome);
            if (recorded == null) {
                unsure.add(member);
            } else {
                known.put(member, recorded);
            }
        });
        if (!unsure.isEmpty()) {
            known.putAll(standings.steps(unsure));
        }
        outcomes.forEach((member, outcome) -> work.member(
                before(locked, member),
                outcome,
                Objects.requireNonNull(histories.get(member)).erased(),
                known.getOrDefault(member, List.of())));
        return write(work, List.of());
    }

    /** The recorded history of a member of whom every row recorded still holds; nothing if that cannot be told. */
    private @Nullable List<TierLog.Recorded> recordedBefore(StandingRow before, Outcome outcome) {
        var due = before.dueOn();
        if (due == null) {
            return null;
        }
        var since = time.startOf(due);
        var recorded = new ArrayList<TierLog.Recorded>(before.steps());
        for (var step : outcome.steps()) {
            if (step.at().isBefore(since)) {
                recorded.add(new TierLog.Recorded(recorded.size() + 1, step));
            }
        }
        boolean same = recorded.size() == before.steps()
                && !recorded.isEmpty()
                && recorded.getLast().step().to().equals(before.tier());
        return same ? recorded : null;
    }

    private Map<MemberId, Outcome> replay(Map<MemberId, MemberHistory> histories, RuleBook book) {
        var today = time.today();
        var outcomes = new LinkedHashMap<MemberId, Outcome>();
        histories.forEach((member, history) -> outcomes.put(member, MemberReplay.of(book, history, today)));
        return outcomes;
    }

    private static StandingRow before(Map<MemberId, StandingRow> locked, MemberId member) {
        return Objects.requireNonNull(locked.get(member));
    }

    private Settled write(Work work, List<Posting> first) {
        // Each key carries the standing's revision, which this very transaction raises under the row's lock.
        ledger.postNew(Stream.concat(first.stream(), work.postings.stream()).toList());
        if (work.saved.isEmpty()) {
            return Settled.NOTHING;
        }
        standings.append(work.rows, time.now());
        standings.save(work.saved);
        return new Settled(
                sum(work.postings, Asset.POINTS),
                sum(work.postings, Asset.GROWTH),
                work.changes,
                work.saved,
                work.outcomes);
    }

    /** What is to be written, gathered member by member. */
    private static final class Work {

        private final RuleBook book;
        private final Map<MemberId, List<Booked>> booked;
        private final boolean awards;
        private final List<Posting> postings = new ArrayList<>();
        private final List<TierLog.Row> rows = new ArrayList<>();
        private final List<StandingRow> saved = new ArrayList<>();
        private final List<TierChanged> changes = new ArrayList<>();
        private final Map<MemberId, Outcome> outcomes = new HashMap<>();

        Work(RuleBook book, Map<MemberId, List<Booked>> booked, boolean awards) {
            this.book = book;
            this.booked = booked;
            this.awards = awards;
        }

        void member(StandingRow before, Outcome outcome, boolean erased, List<TierLog.Recorded> recorded) {
            var member = before.member();
            outcomes.put(member, outcome);
            var had = booked.getOrDefault(member, List.of());
            if (erased && !before.isNew()) {
                var missing = awards
                        ? Differences.ofErased(member, outcome.awards(), had, before.revision() + 1)
                        : List.<Posting>of();
                postings.addAll(missing);
                saved.add(before.ofErased(outcome, sum(missing, Asset.GROWTH)));
                return;
            }
            if (awards) {
                postings.addAll(Differences.between(member, outcome.awards(), had, before.revision() + 1));
            }
            var corrections = TierLog.corrections(member, recorded, outcome.steps(), before.steps());
            rows.addAll(corrections);
            saved.add(before.after(
                    outcome, TierLog.since(outcome.steps(), book.zone()), before.steps() + corrections.size()));
            if (!before.tier().equals(outcome.tier())) {
                changes.add(change(before, outcome));
            }
        }

        private static TierChanged change(StandingRow before, Outcome outcome) {
            var last = outcome.steps().getLast();
            return new TierChanged(
                    before.member(),
                    before.isNew() ? null : before.tier(),
                    outcome.tier(),
                    last.at(),
                    last.reason().code());
        }
    }

    private Map<MemberId, List<Booked>> booked(Collection<MemberId> members) {
        var byMember = new HashMap<MemberId, List<Booked>>();
        if (!members.isEmpty()) {
            ledger.booked(members)
                    .forEach(one -> byMember.computeIfAbsent(one.member(), id -> new ArrayList<>())
                            .add(one));
        }
        return byMember;
    }

    private static long sum(List<Posting> postings, Asset asset) {
        long sum = 0;
        for (var posting : postings) {
            for (var movement : posting.movements()) {
                if (movement.asset().equals(asset)) {
                    sum += movement instanceof Movement.Grant ? movement.amount() : -movement.amount();
                }
            }
        }
        return sum;
    }
}
