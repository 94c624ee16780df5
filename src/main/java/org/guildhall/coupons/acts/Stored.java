package org.guildhall.coupons.acts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.guildhall.coupons.BatchDetails;
import org.guildhall.coupons.CouponView;
import org.guildhall.coupons.CouponView.State;
import org.guildhall.coupons.codes.CouponCodes;
import org.guildhall.jooq.coupons.tables.records.CouponRecord;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/** A coupon as it is kept, with the terms it was issued under. */
record Stored(CouponRecord row, BatchDetails details, String reason) {

    UUID id() {
        return row.getCouponId();
    }

    MemberId member() {
        return new MemberId(row.getMemberId());
    }

    @Nullable
    UnitId usedStore() {
        return row.getUsedStore() == null ? null : new UnitId(row.getUsedStore());
    }

    String code() {
        return CouponCodes.shown(row.getCode());
    }

    /** Where it stands at an instant: that a lock ran out or the last day is over nobody needs to write down. */
    State state(Instant at, BusinessTime time) {
        return state(row, at, time.dateOf(at));
    }

    static State state(CouponRecord row, Instant at, LocalDate day) {
        return switch (row.getState()) {
            case "used" -> State.USED;
            case "withdrawn" -> State.WITHDRAWN;
            default -> {
                if (row.getValidTo().isBefore(day)) {
                    yield State.EXPIRED;
                }
                var until = row.getLockedUntil();
                yield until != null && until.toInstant().isAfter(at) ? State.LOCKED : State.ISSUED;
            }
        };
    }

    CouponView view(Instant now, BusinessTime time) {
        var state = state(now, time);
        return new CouponView(
                id(),
                code(),
                member(),
                new CouponView.Batch(row.getBatchId(), details.code(), row.getRevision(), details),
                state,
                row.getValidFrom(),
                row.getValidTo(),
                row.getTransfersMost() - row.getTransfers(),
                state == State.LOCKED ? lock() : null,
                state == State.USED ? use() : null,
                reason,
                row.getIssuedAt().toInstant());
    }

    private CouponView.Lock lock() {
        return new CouponView.Lock(
                new UnitId(row.getLockedStore()),
                Objects.requireNonNull(row.getLockedUntil()).toInstant());
    }

    private CouponView.Use use() {
        return new CouponView.Use(
                row.getUsedFor(),
                new UnitId(row.getUsedStore()),
                money(row.getUsedAmount(), row.getUsedCurrency()),
                row.getUsedAt().toInstant());
    }

    static @Nullable Money money(@Nullable Long amount, @Nullable String currency) {
        return amount == null || currency == null ? null : Money.of(amount, currency);
    }
}
