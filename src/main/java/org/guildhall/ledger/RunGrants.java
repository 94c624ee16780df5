package org.guildhall.ledger;

import java.util.List;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Slice;
import org.jspecify.annotations.Nullable;

/**
 * Value that a run gives to many members, which can be looked at and taken back as one. For code: who may is checked by the
 * module that offers it.
 */
public interface RunGrants {

    /** The kind of a run that gives. */
    String KIND = "ledger.batch-grant";

    /** The kind of a run that takes back what another gave. */
    String UNDO = "ledger.batch-grant-undone";

    /** Gives each of these members so much, once a run, within the caller's transaction; counts with the run. */
    void give(UUID run, List<MemberId> members, Movement.Grant each, String reason);

    /** To whom a run gave, in order of the members. */
    Slice<RunGrant> given(UUID run, @Nullable String cursor, int limit);

    /** What taking the run back finds, and who went on since. */
    RunGrantPreview preview(UUID run);

    /**
     * Takes back from the next members of {@code run} what it gave, within the caller's transaction, noting them with the run
     * {@code undo}; what is no longer there becomes debt or loss. Gives the member to go on after, or nothing when there was
     * nobody left.
     */
    @Nullable
    UUID takeBack(TakeBack command, @Nullable UUID after);

    /** Takes back what a run gave, as another run, by a rule for what is no longer there. */
    record TakeBack(UUID run, UUID undo, Shortage shortage, String reason) {}
}
