package org.guildhall.loyalty;

import org.guildhall.kernel.MemberId;
import org.guildhall.ledger.ExpiryMove;
import org.jspecify.annotations.Nullable;

/** What a run did to one member: to an account, or to the tier. */
public record RunMove(
        MemberId member,
        @Nullable ExpiryMove account,
        @Nullable ReviewMove tier) {}
