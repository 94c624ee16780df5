package org.guildhall.loyalty;

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

    /** A fact that was not stored, and why. */
    public record Refused(Kind kind, String source, String number, Refusal.Reason reason) {}

    /** Which list of the call a refused fact stood in. */
    public enum Kind {
        PURCHASE,
        RETURN
    }
}
