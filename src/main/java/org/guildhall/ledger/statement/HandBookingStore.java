package org.guildhall.ledger.statement;

import static org.guildhall.jooq.ledger.Tables.POSTING;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.guildhall.jooq.ledger.tables.Posting;
import org.guildhall.jooq.ledger.tables.records.PostingRecord;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Slice;
import org.guildhall.ledger.HandBooking;
import org.guildhall.ledger.HandBookingQuery;
import org.guildhall.ledger.Movement;
import org.guildhall.ledger.allocation.Act;
import org.guildhall.ledger.allocation.Acts;
import org.guildhall.platform.Cursors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Component;

/** Finds what was given and taken by hand, newest first. */
@Component
class HandBookingStore {

    private static final Posting UNDO = POSTING.as("undo");

    /** In the words of the index, so that it is used. */
    private static final Condition BY_HAND =
            POSTING.KIND.in(inline("manual-grant"), inline("manual-spend"), inline("manual-adjust"));

    private final DSLContext sql;

    HandBookingStore(DSLContext sql) {
        this.sql = sql;
    }

    Slice<HandBooking> page(HandBookingQuery query) {
        var condition = condition(query);
        var after = Cursors.decode(query.cursor(), 2);
        var rows = sql.select(POSTING, undone())
                .from(POSTING)
                .where(condition)
                .and(
                        after.isEmpty()
                                ? noCondition()
                                : row(POSTING.RECORDED_AT, POSTING.POSTING_ID).lt(val(after.time(0)), val(after.id(1))))
                .orderBy(POSTING.RECORDED_AT.desc(), POSTING.POSTING_ID.desc())
                .limit(query.limit() + 1)
                .fetch(found -> view(found.value1(), found.value2()));
        long count = sql.fetchCount(selectOne().from(POSTING).where(condition).limit(Slice.COUNT_LIMIT + 1));
        return Slice.cut(
                rows, query.limit(), last -> Cursors.encode(last.recordedAt(), last.id()), Slice.Total.counted(count));
    }

    Optional<HandBooking> find(UUID posting) {
        return sql.select(POSTING, undone())
                .from(POSTING)
                .where(POSTING.POSTING_ID.eq(posting))
                .and(BY_HAND)
                .fetchOptional(found -> view(found.value1(), found.value2()));
    }

    private static Field<Boolean> undone() {
        return field(exists(selectOne().from(UNDO).where(UNDO.REVERSES.eq(POSTING.POSTING_ID))));
    }

    private static Condition condition(HandBookingQuery query) {
        var condition = BY_HAND;
        if (query.member() != null) {
            condition = condition.and(POSTING.MEMBER_ID.eq(query.member().value()));
        }
        if (query.by() != null) {
            condition = condition.and(POSTING.ACTOR
                    .eq(any(query.by().actors().toArray(String[]::new)))
                    .or(POSTING.POSTING_ID.eq(any(query.by().postings().toArray(UUID[]::new)))));
        }
        if (query.kind() != null) {
            condition = condition.and(POSTING.KIND.eq(query.kind()));
        }
        if (query.from() != null) {
            condition = condition.and(POSTING.RECORDED_AT.ge(query.from().atOffset(ZoneOffset.UTC)));
        }
        if (query.to() != null) {
            condition = condition.and(POSTING.RECORDED_AT.lt(query.to().atOffset(ZoneOffset.UTC)));
        }
        return condition;
    }

    private static HandBooking view(PostingRecord posting, boolean undone) {
        var moved = moved(posting);
        var given = moved instanceof Movement.Grant grant ? grant : null;
        return new HandBooking(
                posting.getPostingId(),
                new MemberId(posting.getMemberId()),
                posting.getKind(),
                moved.asset(),
                given == null ? Math.negateExact(moved.amount()) : given.amount(),
                given == null ? null : given.expiresOn(),
                posting.getReasonCode() == null ? "" : posting.getReasonCode(),
                posting.getActor(),
                posting.getRecordedAt().toInstant(),
                undone);
    }

    /** What is booked by hand moves once. */
    private static Movement moved(PostingRecord posting) {
        if (Acts.read(posting.getMovements()).getFirst() instanceof Act.Moved(var movement)) {
            return movement;
        }
        throw new IllegalStateException("no movement by hand: " + posting.getPostingId());
    }
}
