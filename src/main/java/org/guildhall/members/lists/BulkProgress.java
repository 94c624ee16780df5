package org.guildhall.members.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Slice;
import org.guildhall.members.RowOutcome;
import org.jspecify.annotations.Nullable;

/**
 * How far a bulk act is and what came of it so far; kept with every batch, so that what a job tells in the end is whole even if
 * it was interrupted.
 *
 * @param page the cursor of the next page
 * @param last whether there is none
 */
record BulkProgress(
        @Nullable String page,
        boolean last,
        long changed,
        long unchanged,
        long refused,
        List<Map<String, Object>> failures) {

    static final BulkProgress NONE = new BulkProgress(null, false, 0, 0, 0, List.of());

    private static final int MOST_LISTED = 200;

    /** After this page. */
    BulkProgress plus(Slice<MemberId> members, List<RowOutcome> outcomes) {
        long nowChanged = changed;
        long nowUnchanged = unchanged;
        long nowRefused = refused;
        var all = new ArrayList<>(failures);
        for (int i = 0; i < outcomes.size(); i++) {
            switch (outcomes.get(i)) {
                case RowOutcome.Done done -> nowChanged++;
                case RowOutcome.Unchanged same -> nowUnchanged++;
                case RowOutcome.Refused(var reason) -> {
                    nowRefused++;
                    if (all.size() < MOST_LISTED) {
                        var member = members.items().get(i).toString();
                        all.add(Map.of("member", member, "code", reason.code(), "facts", reason.facts()));
                    }
                }
            }
        }
        return new BulkProgress(
                members.next(), members.next() == null, nowChanged, nowUnchanged, nowRefused, List.copyOf(all));
    }

    long done() {
        return changed + unchanged + refused;
    }

    /** What the person who asked is shown. */
    Map<String, Object> result() {
        return Map.of("changed", changed, "unchanged", unchanged, "refused", refused, "failures", failures);
    }
}
