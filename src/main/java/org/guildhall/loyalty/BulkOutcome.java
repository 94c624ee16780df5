package org.guildhall.loyalty;

import java.util.ArrayList;
import java.util.List;
import org.guildhall.kernel.Refusal;

/**
 * What a bulk call did; refused facts are listed with their reasons and nothing of them is stored.
 *
 * @param recorded purchases newly recorded
 * @param returns returns newly recorded
 * @param replayed facts known before with the same content
 * @param points net change of points granted by this call
 * @param growth net change of growth value
 * @param tierChanges members whose present tier changed
 */
public record BulkOutcome(
        int recorded, int returns, int replayed, long points, long growth, int tierChanges, List<Refused> refused) {

    /** Nothing done. */
    public static final BulkOutcome NOTHING = new BulkOutcome(0, 0, 0, 0, 0, 0, List.of());

    /** The same with further facts that were not stored. */
    public BulkOutcome with(List<Refused> further) {
        var all = new ArrayList<>(refused);
        all.addAll(further);
        return further.isEmpty()
                ? this
                : new BulkOutcome(recorded, returns, replayed, points, growth, tierChanges, List.copyOf(all));
    }

    /** A fact that was not stored, and why. */
    public record Refused(Kind kind, String source, String number, Refusal.Reason reason) {}

    /** Which list of the call a refused fact stood in. */
    public enum Kind {
        PURCHASE,
        RETURN
    }
}
