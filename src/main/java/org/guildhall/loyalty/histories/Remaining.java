package org.guildhall.loyalty.histories;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.guildhall.kernel.MemberId;
import org.guildhall.loyalty.HistoryOutcome;

/** What remains of books when some of their periods go. */
final class Remaining {

    private final List<Book.Kept> gone;
    private final Map<MemberId, List<OpeningBalance.Turn>> turns = new HashMap<>();

    Remaining(List<Book.Kept> held, List<Book.Kept> gone) {
        this.gone = gone;
        var ids = gone.stream().map(Book.Kept::id).collect(Collectors.toSet());
        gone.forEach(kept -> turns.computeIfAbsent(kept.book().member(), id -> new ArrayList<>()));
        held.stream().filter(kept -> !ids.contains(kept.id())).forEach(kept -> {
            var left = turns.get(kept.book().member());
            if (left != null) {
                left.add(kept.turn());
            }
        });
    }

    /** By member of whom something goes, what stays. */
    Map<MemberId, List<OpeningBalance.Turn>> turns() {
        return turns;
    }

    HistoryOutcome outcome(Reopening openings) {
        return new HistoryOutcome(
                gone.size(), 0, 0, PeriodAdmission.sums(gone), openings.members(), openings.points(), List.of());
    }
}
