package org.guildhall.coupons.batches;

import java.util.List;
import java.util.UUID;
import org.guildhall.access.Access;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.coupons.BatchDetails;
import org.guildhall.coupons.BatchQuery;
import org.guildhall.coupons.BatchRevision;
import org.guildhall.coupons.BatchView;
import org.guildhall.coupons.BatchView.State;
import org.guildhall.coupons.ChangeBatch;
import org.guildhall.coupons.CouponBatches;
import org.guildhall.coupons.CouponPermissions;
import org.guildhall.coupons.CouponRefusal;
import org.guildhall.coupons.MoveBatch;
import org.guildhall.jooq.coupons.tables.records.BatchRecord;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Ids;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.Slice;
import org.guildhall.platform.RetriedTransaction;
import org.springframework.stereotype.Component;

/** Enters batches, gives them new terms, opens and closes them; each change is audited in its transaction. */
@Component
class BatchBook implements CouponBatches {

    private final BatchStore batches;
    private final DetailsCheck check;
    private final Ground ground;
    private final Audit audit;
    private final RetriedTransaction transaction;

    BatchBook(BatchStore batches, DetailsCheck check, Ground ground, Audit audit, RetriedTransaction transaction) {
        this.batches = batches;
        this.check = check;
        this.ground = ground;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** Who acts, and when. */
    @Component
    record Ground(Access access, BusinessTime time) {

        BatchStore.Entered entered() {
            return new BatchStore.Entered(time.now(), access.actor().reference());
        }
    }

    @Override
    public Slice<BatchView> list(BatchQuery query) {
        ground.access.require(CouponPermissions.READ);
        return batches.page(query, ground.time.today());
    }

    @Override
    public BatchView get(UUID id) {
        ground.access.require(CouponPermissions.READ);
        return find(id);
    }

    @Override
    public List<BatchRevision> revisions(UUID id) {
        ground.access.require(CouponPermissions.READ);
        find(id);
        return batches.revisions(id);
    }

    @Override
    public BatchView enter(BatchDetails details) {
        ground.access.require(CouponPermissions.CONFIGURE);
        check.require(details, "");
        var id = Ids.next(ground.time.clock());
        return transaction.get(() -> {
            if (!batches.insert(id, details, ground.entered())) {
                throw Refusal.of(new CouponRefusal.CodeTaken(details.code()));
            }
            audit.record(AuditEntry.of(
                    "coupons.batch-entered",
                    "coupon-batch",
                    id,
                    "code",
                    details.code(),
                    "quantity",
                    details.quantity()));
            return find(id);
        });
    }

    @Override
    public BatchView change(UUID id, ChangeBatch command) {
        ground.access.require(CouponPermissions.CONFIGURE);
        var details = command.details();
        check.require(details, "details.");
        return transaction.get(() -> {
            var before = locked(id, command.expectedVersion());
            if (!details.code().equals(before.getCode())) {
                throw InvalidInput.of("details.code", details.code(), "unchangeable");
            }
            if (State.of(before.getState()) == State.CLOSED) {
                throw Refusal.of(new CouponRefusal.BatchNotOpen(before.getCode(), State.CLOSED));
            }
            long issued = before.getIssued() - before.getWithdrawn();
            if (details.quantity() < issued) {
                throw Refusal.of(new CouponRefusal.QuantityTooLow(issued, details.quantity()));
            }
            batches.revise(before, details, ground.entered());
            audit.record(AuditEntry.of(
                    "coupons.batch-changed",
                    "coupon-batch",
                    id,
                    "code",
                    details.code(),
                    "revision",
                    before.getRevision() + 1,
                    "quantityBefore",
                    before.getQuantity(),
                    "quantity",
                    details.quantity()));
            return find(id);
        });
    }

    @Override
    public BatchView move(UUID id, MoveBatch command) {
        ground.access.require(CouponPermissions.CONFIGURE);
        return transaction.get(() -> {
            var before = locked(id, command.expectedVersion());
            var from = State.of(before.getState());
            if (!mayMove(from, command.state())) {
                throw Refusal.of(new CouponRefusal.BatchCannotMove(from, command.state()));
            }
            if (command.state() == State.OPEN) {
                requireNotOver(id);
            }
            batches.move(before, command.state(), ground.time.now());
            audit.record(AuditEntry.of(
                    "coupons.batch-moved",
                    "coupon-batch",
                    id,
                    "code",
                    before.getCode(),
                    "from",
                    from.code(),
                    "to",
                    command.state().code()));
            return find(id);
        });
    }

    /** Coupons that could not be used on any day are not given out. */
    private void requireNotOver(UUID id) {
        var today = ground.time.today();
        var details = find(id).details();
        var last = details.validity().lastDay(today);
        if (last.isBefore(today)) {
            throw Refusal.of(new CouponRefusal.BatchOver(details.code(), last));
        }
    }

    private static boolean mayMove(State from, State to) {
        return switch (from) {
            case DRAFT -> to != State.DRAFT;
            case OPEN -> to == State.CLOSED;
            case CLOSED -> false;
        };
    }

    private BatchRecord locked(UUID id, int expectedVersion) {
        var batch = batches.lock(id).orElseThrow(() -> Refusal.of(new CouponRefusal.UnknownBatch(id)));
        if (batch.getVersion() != expectedVersion) {
            throw Refusal.of(new CouponRefusal.StaleBatch(expectedVersion, batch.getVersion()));
        }
        return batch;
    }

    private BatchView find(UUID id) {
        return batches.find(id, ground.time.today()).orElseThrow(() -> Refusal.of(new CouponRefusal.UnknownBatch(id)));
    }
}
