package org.guildhall.loyalty.purchases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Slice;
import org.guildhall.loyalty.LoyaltyEvent.TierChanged;
import org.guildhall.loyalty.ReviewMove;
import org.guildhall.loyalty.replay.MemberHistory;
import org.guildhall.members.Members;
import org.guildhall.platform.Cursors;
import org.guildhall.platform.RunPreview;
import org.guildhall.platform.RunView;
import org.guildhall.platform.Runs;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Holds reviews that are due, many members at once inside the caller's transaction, and undoes them: a review that is undone is
 * held on a later day instead, a counter-fact that every later replay respects.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class TierReviews {

    private static final int MEMBERS_A_TRANSACTION = 500;

    private final Members members;
    private final Admissions admissions;
    private final Settlement settlement;
    private final Kept kept;
    private final BusinessTime time;

    TierReviews(Members members, Admissions admissions, Settlement settlement, Kept kept, BusinessTime time) {
        this.members = members;
        this.admissions = admissions;
        this.settlement = settlement;
        this.kept = kept;
        this.time = time;
    }

    /** Where runs and postponements are kept. */
    @Component
    record Kept(Runs runs, ReviewRunStore reviews, PostponementStore postponements) {}

    /** Reviews those of these members who are due by that day, noting them with the run; the tiers that changed. */
    public List<TierChanged> review(UUID run, LocalDate through, Collection<MemberId> of) {
        var due = settlement.lockDue(of, through);
        var settled = settlement.review(histories(due.keySet()), due);
        note(run, null, rows(due, settled, Map.of()));
        return settled.tierChanges();
    }

    /** What undoing did in one transaction: the member to go on after, and the tiers that changed. */
    public record Undone(UUID last, List<TierChanged> tierChanges) {}

    /** Postpones the next reviews of a run; nothing when there are none left. */
    public @Nullable Undone undo(RunView undo, @Nullable UUID after) {
        var undone = Objects.requireNonNull(undo.undoes());
        var reviews = kept.reviews.open(undone, after, MEMBERS_A_TRANSACTION);
        if (reviews.isEmpty()) {
            return null;
        }
        var locked = settlement.lock(reviews.keySet());
        kept.postponements.add(reviews, Objects.requireNonNull(undo.until()), undo.id(), time.now());
        var settled = settlement.settle(histories(reviews.keySet()), locked);
        note(undo.id(), undone, rows(locked, settled, reviews));
        return new Undone(List.copyOf(reviews.keySet()).getLast().value(), settled.tierChanges());
    }

    /** What undoing the run would move. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public RunPreview preview(RunView run) {
        return kept.reviews.preview(run.id(), run.startedAt());
    }

    /** Whom a run concerned, in order of the members. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Slice<ReviewMove> moves(UUID run, boolean movedOnly, @Nullable String cursor, int limit) {
        var after = Cursors.decode(cursor, 1);
        return Slice.cut(
                kept.reviews.moves(run, movedOnly, after.isEmpty() ? null : after.id(0), limit + 1),
                limit,
                last -> Cursors.encode(last.member()),
                null);
    }

    private Map<MemberId, MemberHistory> histories(Collection<MemberId> of) {
        return new TreeMap<>(admissions.histories(members.facts(of), of));
    }

    private static List<ReviewRunStore.Row> rows(
            Map<MemberId, StandingRow> before, Settlement.Settled settled, Map<MemberId, LocalDate> postponed) {
        var rows = new ArrayList<ReviewRunStore.Row>(before.size());
        for (var after : settled.standings()) {
            var was = Objects.requireNonNull(before.get(after.member()));
            var reviewed = postponed.get(after.member());
            if (reviewed == null) {
                reviewed = Objects.requireNonNull(settled.outcomes().get(after.member()))
                        .machine()
                        .firstReviewFrom(was.dueOn());
            }
            rows.add(new ReviewRunStore.Row(
                    after.member(), was.dueOn(), reviewed, was.tier(), after.tier(), after.dueOn()));
        }
        return rows;
    }

    private void note(UUID run, @Nullable UUID undoes, List<ReviewRunStore.Row> rows) {
        if (!rows.isEmpty()) {
            kept.reviews.add(run, undoes, rows);
            kept.runs.moved(
                    run,
                    rows.size(),
                    rows.stream().filter(ReviewRunStore.Row::moved).count(),
                    0);
        }
    }
}
