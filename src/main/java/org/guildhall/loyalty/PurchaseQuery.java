package org.guildhall.loyalty;

import java.time.LocalDate;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/** Which purchases: of a member, of a store, from the first to the last day; newest first. */
public record PurchaseQuery(
        @Nullable MemberId member,
        @Nullable UnitId store,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String cursor,
        int limit) {}
