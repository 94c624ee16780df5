package org.guildhall.ledger;

import java.time.LocalDate;
import java.util.UUID;
import org.guildhall.kernel.Slice;
import org.guildhall.platform.RunPreview;
import org.jspecify.annotations.Nullable;

/**
 * Expiry as runs that can be looked at and undone. Undoing gives every lot back, as much as had lapsed of it, with a new day
 * of expiry: a counter-act that every later re-matching respects. For code: who may is checked by the module that offers it.
 */
public interface ExpiryRuns {

    /** The kind of a run that expires. */
    String KIND = "ledger.expiry";

    /** The kind of a run that undoes one. */
    String UNDO = "ledger.expiry-undo";

    /** Expires what was valid until before {@code through}, at the latest today, as a run. */
    UUID run(Asset asset, LocalDate through);

    /** Whom a run of either kind moved, in order of the members. */
    Slice<ExpiryMove> moves(UUID run, @Nullable String cursor, int limit);

    /** What undoing the run gives back, and what happened since that it meets. */
    RunPreview preview(UUID run);

    /**
     * Gives the next members of {@code undone} their lots back within the caller's transaction, noting them with the run
     * {@code undo}; gives the member to go on after, or nothing when there was nobody left.
     */
    @Nullable
    UUID giveBack(UUID undone, UUID undo, LocalDate until, @Nullable UUID after);
}
