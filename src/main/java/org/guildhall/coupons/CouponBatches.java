package org.guildhall.coupons;

import java.util.List;
import java.util.UUID;
import org.guildhall.kernel.Slice;

/** Batches of coupons: entered as drafts, opened, closed; every change of terms is a new revision. */
public interface CouponBatches {

    /** One page of the batches, newest first. */
    Slice<BatchView> list(BatchQuery query);

    /** The batch. */
    BatchView get(UUID id);

    /** Its terms, newest first. */
    List<BatchRevision> revisions(UUID id);

    /** Enters a draft. */
    BatchView enter(BatchDetails details);

    /** Gives it new terms; coupons issued before keep theirs. */
    BatchView change(UUID id, ChangeBatch command);

    /** Opens or closes it. */
    BatchView move(UUID id, MoveBatch command);
}
