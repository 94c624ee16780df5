package org.guildhall.loyalty.purchases;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import org.guildhall.kernel.MemberId;
import org.guildhall.loyalty.tiers.TierStep;
import org.jspecify.annotations.Nullable;

/** Brings a recorded tier history to what a replay says: rows that no longer hold are withdrawn, new ones appended. */
final class TierLog {

    private TierLog() {}

    /** A row that holds, and its place. */
    record Recorded(int seq, TierStep step) {}

    /** A row to append. */
    record Row(
            MemberId member,
            int seq,
            TierStep step,
            @Nullable Integer withdraws) {}

    /**
     * The rows that turn the recorded history into the wanted one. Steps of one instant are told in the order of recording, so
     * where one of them is new, those that follow it are recorded anew.
     */
    static List<Row> corrections(MemberId member, List<Recorded> recorded, List<TierStep> wanted, int lastSeq) {
        var rows = new ArrayList<Row>();
        int seq = lastSeq;
        var keep = new HashSet<TierStep>(wanted);
        var known = new HashMap<TierStep, Integer>();
        for (var row : recorded) {
            if (keep.contains(row.step)) {
                known.put(row.step, row.seq);
            } else {
                rows.add(new Row(member, ++seq, row.step, row.seq));
            }
        }
        var told = new HashSet<TierStep>();
        Instant at = Instant.MIN;
        int before = 0;
        for (var step : wanted) {
            if (!told.add(step)) {
                continue;
            }
            before = step.at().equals(at) ? before : 0;
            at = step.at();
            var has = known.get(step);
            if (has != null && has > before) {
                before = has;
                continue;
            }
            if (has != null) {
                rows.add(new Row(member, ++seq, step, has));
            }
            rows.add(new Row(member, ++seq, step, null));
            before = seq;
        }
        return rows;
    }

    /** First day on the present tier: that of the last step that changed it. */
    static LocalDate since(List<TierStep> steps, ZoneId zone) {
        int last = steps.size() - 1;
        while (last > 0 && steps.get(last).to().equals(steps.get(last).from())) {
            last--;
        }
        return steps.get(last).at().atZone(zone).toLocalDate();
    }
}
