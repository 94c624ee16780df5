package org.guildhall.messages.outbox;

import static org.guildhall.jooq.messages.Tables.MESSAGE;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Slice;
import org.guildhall.messages.MessageQuery;
import org.guildhall.messages.MessageState;
import org.guildhall.messages.MessageView;
import org.guildhall.messages.MessagesAbout;
import org.guildhall.platform.Cursors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Finds messages, the last planned first. */
@Component
class MessageSearch {

    private final DSLContext sql;
    private final BusinessTime time;

    MessageSearch(DSLContext sql, BusinessTime time) {
        this.sql = sql;
        this.time = time;
    }

    Slice<MessageView> page(MessageQuery query, Condition reach) {
        var condition = condition(query).and(reach);
        var after = Cursors.decode(query.cursor(), 2);
        var rows = sql.selectFrom(MESSAGE)
                .where(condition)
                .and(
                        after.isEmpty()
                                ? noCondition()
                                : row(MESSAGE.PLANNED_AT, MESSAGE.MESSAGE_ID).lt(val(after.time(0)), val(after.id(1))))
                .orderBy(MESSAGE.PLANNED_AT.desc(), MESSAGE.MESSAGE_ID.desc())
                .limit(query.size() + 1)
                .fetch(MessageStore::view);
        long count =
                sql.fetchCount(sql.selectOne().from(MESSAGE).where(condition).limit(Slice.COUNT_LIMIT + 1));
        return Slice.cut(
                rows, query.size(), last -> Cursors.encode(last.plannedAt(), last.id()), Slice.Total.counted(count));
    }

    List<MessageView> about(MessagesAbout query) {
        var condition = MESSAGE.MEMBER_ID.eq(query.member().value()).and(MESSAGE.STATE.ne(MessageState.PLANNED.code()));
        if (query.sent() != null) {
            var sent = MESSAGE.STATE.eq(MessageState.SENT.code());
            condition = condition.and(query.sent() ? sent : sent.not());
        }
        if (query.knownAt() != null) {
            condition = condition.and(MESSAGE.CLOSED_AT.le(at(query.knownAt())));
        }
        if (query.before() != null && query.beforeId() != null) {
            condition = condition.and(
                    row(MESSAGE.CLOSED_AT, MESSAGE.MESSAGE_ID).lt(val(at(query.before())), val(query.beforeId())));
        }
        return sql.selectFrom(MESSAGE)
                .where(condition)
                .orderBy(MESSAGE.CLOSED_AT.desc(), MESSAGE.MESSAGE_ID.desc())
                .limit(query.limit())
                .fetch(MessageStore::view);
    }

    private Condition condition(MessageQuery query) {
        var condition = noCondition();
        if (query.state() != null) {
            condition = condition.and(MESSAGE.STATE.eq(query.state().code()));
        }
        if (query.channel() != null) {
            condition = condition.and(MESSAGE.CHANNEL.eq(query.channel().code()));
        }
        if (query.reason() != null) {
            condition = condition.and(MESSAGE.REASON.eq(query.reason()));
        }
        if (query.template() != null) {
            condition = condition.and(MESSAGE.TEMPLATE.eq(query.template()));
        }
        if (query.member() != null) {
            condition = condition.and(MESSAGE.MEMBER_ID.eq(query.member()));
        }
        if (query.from() != null) {
            condition = condition.and(MESSAGE.PLANNED_AT.ge(at(time.startOf(query.from()))));
        }
        if (query.to() != null) {
            condition = condition.and(
                    MESSAGE.PLANNED_AT.lt(at(time.startOf(query.to().plusDays(1)))));
        }
        return condition;
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
