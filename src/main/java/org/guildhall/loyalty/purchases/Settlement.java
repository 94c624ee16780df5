package org.guildhall.loyalty.purchases;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.guildhall.loyalty.replay.RuleBooks;
import org.springframework.stereotype.Component;

/** Replays members and brings ledger, tier history and standings to what the replay says. */
@Component
public class Settlement {

    private static final int BULK_FROM = 64;

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

    /**
     * What settling changed.
     *
     * @param points net points granted
     * @param growth net growth granted
     * @param tierChanges present tiers that changed, first tiers included
     * @param outcomes the replays
     */
    public record Settled(long points, long growth, List<TierChanged> tierChanges, Map<MemberId, Outcome> outcomes) {}

    /** Replays these members, whose standings the caller has locked, and writes what differs. */
    Settled settle(Map<MemberId, MemberHistory> histories, Map<MemberId, StandingRow> locked) {
        if (histories.isEmpty()) {
            return new Settled(0, 0, List.of(), Map.of());
        }
        var book = books.current();
        var known = locked.values().stream()
                .filter(row -> !row.isNew() && histories.containsKey(row.member()))
                .map(StandingRow::member)
                .toList();
        var booked = booked(known);
        Map<MemberId, List<TierLog.Recorded>> steps = known.isEmpty() ? Map.of() : standings.steps(known);
        var postings = new ArrayList<Posting>();
        var rows = new ArrayList<TierLog.Row>();
        var saved = new ArrayList<StandingRow>();
        var changes = new ArrayList<TierChanged>();
        var outcomes = new HashMap<MemberId, Outcome>();
        var today = time.today();
        for (var entry : histories.entrySet()) {
            var member = entry.getKey();
            var before = Objects.requireNonNull(locked.get(member));
            var outcome = MemberReplay.of(book, entry.getValue(), today);
            outcomes.put(member, outcome);
            if (entry.getValue().erased() && !before.isNew()) {
                var missing = Differences.ofErased(
                        member, outcome.awards(), booked.getOrDefault(member, List.of()), before.revision() + 1);
                postings.addAll(missing);
                saved.add(before.ofErased(outcome, sum(missing, Asset.GROWTH)));
                continue;
            }
            postings.addAll(Differences.between(
                    member, outcome.awards(), booked.getOrDefault(member, List.of()), before.revision() + 1));
            var corrections =
                    TierLog.corrections(member, steps.getOrDefault(member, List.of()), outcome.steps(), before.steps());
            rows.addAll(corrections);
            saved.add(before.after(
                    outcome, TierLog.since(outcome.steps(), book.zone()), before.steps() + corrections.size()));
            if (!before.tier().equals(outcome.tier())) {
                changes.add(change(member, before, outcome));
            }
        }
        post(postings);
        standings.append(rows, time.now());
        standings.save(saved);
        return new Settled(sum(postings, Asset.POINTS), sum(postings, Asset.GROWTH), changes, outcomes);
    }

    private static TierChanged change(MemberId member, StandingRow before, Outcome outcome) {
        var last = outcome.steps().getLast();
        return new TierChanged(
                member,
                before.isNew() ? null : before.tier(),
                outcome.tier(),
                last.at(),
                last.reason().code());
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

    private void post(List<Posting> postings) {
        if (postings.size() >= BULK_FROM) {
            ledger.postBulk(postings);
        } else if (!postings.isEmpty()) {
            ledger.post(postings);
        }
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
