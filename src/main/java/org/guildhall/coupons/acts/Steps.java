package org.guildhall.coupons.acts;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.coupons.Benefit;
import org.guildhall.coupons.CouponFact;
import org.guildhall.coupons.CouponRefusal;
import org.guildhall.coupons.CouponView.State;
import org.guildhall.coupons.codes.CouponCodes;
import org.guildhall.jooq.coupons.tables.records.CouponRecord;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Ids;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes coupons from step to step within the caller's transaction: each is locked, looked at, and then follows its new fact. */
@Component
class Steps {

    private final CouponStore coupons;
    private final HoldingStore holdings;
    private final BusinessTime time;
    private final Audit audit;

    Steps(CouponStore coupons, HoldingStore holdings, BusinessTime time, Audit audit) {
        this.coupons = coupons;
        this.holdings = holdings;
        this.time = time;
        this.audit = audit;
    }

    /** Keeps it for a store. */
    void lock(Stored coupon, Step step) {
        var row = begin(coupon, step);
        if (row != null) {
            requireUsable(row, step.act().at(), null);
            requireAt(coupon, step.store());
            end(row, step, "coupons.locked");
        }
    }

    /** Frees it. */
    void release(Stored coupon, Step step) {
        var row = begin(coupon, step);
        if (row != null) {
            if (state(row, step.act().at()) != State.LOCKED) {
                throw notUsable(row, step.act().at());
            }
            end(row, step, "coupons.released");
        }
    }

    /** Hands its gift over by itself. */
    void handOver(Stored coupon, Step step) {
        if (!(coupon.details().benefit() instanceof Benefit.Gift)) {
            throw Refusal.of(new CouponRefusal.NotAGift(coupon.code()));
        }
        var row = begin(coupon, step);
        if (row != null) {
            requireUsable(row, step.act().at(), step.store());
            requireAt(coupon, step.store());
            end(row, step, "coupons.handed-over");
        }
    }

    /** Takes it away. Batch and holding are locked before the coupon. */
    void withdraw(Stored coupon, Step step) {
        holdings.lock(coupon.row().getBatchId());
        holdings.lockHad(coupon.row().getBatchId(), List.of(coupon.row().getMemberId()));
        var row = begin(coupon, step);
        if (row == null) {
            return;
        }
        var state = state(row, step.act().at());
        if (state == State.USED || state == State.WITHDRAWN) {
            throw notUsable(row, step.act().at());
        }
        holdings.withdrawn(row);
        end(row, step, "coupons.withdrawn");
    }

    /** Passes it on; the receiver's holding is locked before the coupon. */
    void pass(Stored coupon, Step step) {
        var to = Objects.requireNonNull(step.to());
        var batch = coupon.row().getBatchId();
        int had = holdings.lockHad(batch, List.of(to.value())).getOrDefault(to.value(), 0);
        var row = begin(coupon, step);
        if (row == null) {
            return;
        }
        requireUsable(row, step.act().at(), null);
        if (row.getMemberId().equals(to.value())) {
            throw Refusal.of(new CouponRefusal.SameMember());
        }
        if (row.getTransfers() >= row.getTransfersMost()) {
            throw Refusal.of(new CouponRefusal.NotTransferable(coupon.code(), row.getTransfersMost()));
        }
        var most = coupon.details().limitPerMember();
        if (most != null && had >= most) {
            throw Refusal.of(new CouponRefusal.LimitReached(coupon.details().code(), most));
        }
        holdings.received(batch, List.of(to.value()), most);
        end(row, step, "coupons.passed-on");
    }

    /** The coupon, locked and without a lock that ran out; nothing if the act did this before. */
    private @Nullable CouponRecord begin(Stored coupon, Step step) {
        var row = coupons.lock(List.of(coupon.id())).getFirst();
        if (coupons.done(coupon.id(), step)) {
            return null;
        }
        // Who holds it may have changed between reading and locking, and counts were locked for who it was.
        if (!row.getMemberId().equals(coupon.row().getMemberId())) {
            throw notUsable(row, step.act().at());
        }
        lapse(row, step.act().at());
        return row;
    }

    /** Writes down that a lock ran out, before anything else happens to the coupon. */
    void lapse(CouponRecord row, Instant at) {
        var until = row.getLockedUntil();
        if (until != null && !until.toInstant().isAfter(at)) {
            var cause = Ids.derived(row.getCouponId() + "|lapsed|" + row.getSteps());
            coupons.append(row, Step.of(CouponFact.Kind.RELEASED, new Step.Act(cause, cause, until.toInstant(), null)));
        }
    }

    /** Refuses a coupon that cannot be used now; one kept for the store can be used there. */
    void requireUsable(CouponRecord row, Instant at, @Nullable UnitId store) {
        var state = state(row, at);
        boolean kept =
                state == State.LOCKED && store != null && row.getLockedStore().equals(store.value());
        if (state != State.ISSUED && !kept) {
            throw notUsable(row, at);
        }
        if (store != null && row.getValidFrom().isAfter(time.dateOf(at))) {
            throw Refusal.of(
                    new CouponRefusal.NotToday(CouponCodes.shown(row.getCode()), row.getValidFrom(), row.getValidTo()));
        }
    }

    private static void requireAt(Stored coupon, @Nullable UnitId store) {
        if (store != null && !coupon.details().at(store)) {
            throw Refusal.of(new CouponRefusal.NotAtThisStore(store.value()));
        }
    }

    private Refusal notUsable(CouponRecord row, Instant at) {
        return Refusal.of(new CouponRefusal.NotUsable(CouponCodes.shown(row.getCode()), state(row, at)));
    }

    private State state(CouponRecord row, Instant at) {
        return Stored.state(row, at, time.dateOf(at));
    }

    private void end(CouponRecord row, Step step, String act) {
        coupons.append(row, step);
        note(row.getCouponId(), row, step, act);
    }

    private void note(UUID id, CouponRecord row, Step step, String act) {
        var entry = AuditEntry.of(
                act,
                "coupon",
                id,
                "code",
                CouponCodes.shown(row.getCode()),
                "reason",
                step.act().reason());
        audit.record(entry.about(new MemberId(row.getMemberId())).in(step.store()));
    }
}
