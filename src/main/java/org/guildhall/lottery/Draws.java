package org.guildhall.lottery;

import java.util.UUID;
import org.guildhall.kernel.Explanation;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Slice;
import org.guildhall.kernel.UnitId;
import org.guildhall.platform.JobView;
import org.jspecify.annotations.Nullable;

/** Draws of members, and what becomes of what they won. Each write takes the caller's key: the same key does it once. */
public interface Draws {

    /** What a member may in a lottery now, drawing at a store if one is named. */
    ChanceView chance(UUID lottery, MemberId member, @Nullable UnitId store);

    /** Draws: points, prize and record together, or nothing. */
    Drawn draw(UUID lottery, DrawLot command, String key);

    /** One page of the draws within reach, the latest first. */
    Slice<DrawView> list(DrawQuery query);

    /** The draw, if its member or its store is within reach. */
    DrawView get(UUID id);

    /** Why it cost and won what it did. */
    Explanation why(UUID id);

    /** A new pick-up code instead of a lost one, shown once. */
    Drawn renewCode(UUID id);

    /** What a code stands for, before it is handed out. */
    DrawView lookUp(CollectPrize command);

    /** Hands out what the code stands for. */
    DrawView handOut(CollectPrize command, String key);

    /** Cancels a draw whose prize cannot be given: what it cost comes back, what it won goes. */
    DrawView cancel(UUID id, CancelDraw command, String key);

    /** Writes a list to a file; the job's result names it. */
    JobView export(ExportDraws command);

    /** Writes the published draws of a lottery to a file; the job's result names it. */
    JobView export(ExportProof command);
}
