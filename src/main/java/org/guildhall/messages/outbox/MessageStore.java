package org.guildhall.messages.outbox;

import static org.guildhall.jooq.messages.Tables.ATTEMPT;
import static org.guildhall.jooq.messages.Tables.MESSAGE;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guildhall.jooq.messages.tables.records.MessageRecord;
import org.guildhall.kernel.Explanation;
import org.guildhall.kernel.MemberId;
import org.guildhall.messages.Channel;
import org.guildhall.messages.Language;
import org.guildhall.messages.MessageDetail;
import org.guildhall.messages.MessageState;
import org.guildhall.messages.MessageView;
import org.guildhall.messages.Outcome;
import org.guildhall.messages.Purpose;
import org.guildhall.messages.Suppression;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps messages: one at a time, for whoever looks at it or decides on it by hand. */
@Component
class MessageStore {

    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};

    private final DSLContext sql;
    private final JsonMapper json;

    MessageStore(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    Optional<Stored> find(UUID id) {
        return sql.selectFrom(MESSAGE).where(MESSAGE.MESSAGE_ID.eq(id)).fetchOptional(this::stored);
    }

    List<MessageDetail.Attempt> attempts(UUID member, UUID id) {
        return sql.selectFrom(ATTEMPT)
                .where(ATTEMPT.MEMBER_ID.eq(member))
                .and(ATTEMPT.MESSAGE_ID.eq(id))
                .orderBy(ATTEMPT.NUMBER)
                .fetch(row -> new MessageDetail.Attempt(
                        row.getNumber(),
                        row.getAt().toInstant(),
                        row.getAdapter(),
                        Outcome.of(row.getOutcome()),
                        row.getCode(),
                        row.getDetail()));
    }

    /** Lets it be decided anew; false if it is not one that failed or was suppressed. */
    boolean reopen(UUID id, String reason, Instant now) {
        return sql.update(MESSAGE)
                        .set(MESSAGE.STATE, MessageState.PLANNED.code())
                        .set(MESSAGE.DUE_AT, now.atOffset(ZoneOffset.UTC))
                        .set(MESSAGE.TRIES_BEFORE, MESSAGE.TRIES)
                        .setNull(MESSAGE.FAILURE)
                        .setNull(MESSAGE.SUPPRESSION)
                        .setNull(MESSAGE.CLOSED_AT)
                        .setNull(MESSAGE.CLOSED_BY)
                        .set(MESSAGE.CLOSED_REASON, reason)
                        .where(MESSAGE.MESSAGE_ID.eq(id))
                        .and(MESSAGE.STATE.in(MessageState.FAILED.code(), MessageState.SUPPRESSED.code()))
                        .execute()
                == 1;
    }

    /** Calls it off; false if it does not wait any more or is being sent. */
    boolean cancel(UUID id, String reason, String actor, Instant now) {
        return sql.update(MESSAGE)
                        .set(MESSAGE.STATE, MessageState.CANCELLED.code())
                        .setNull(MESSAGE.DUE_AT)
                        .set(MESSAGE.CLOSED_AT, now.atOffset(ZoneOffset.UTC))
                        .set(MESSAGE.CLOSED_BY, actor)
                        .set(MESSAGE.CLOSED_REASON, reason)
                        .where(MESSAGE.MESSAGE_ID.eq(id))
                        .and(MESSAGE.STATE.eq(MessageState.PLANNED.code()))
                        .and(MESSAGE.LEASED_UNTIL.isNull())
                        .execute()
                == 1;
    }

    /** Forgets what was said. */
    void forget(MemberId member) {
        sql.update(MESSAGE)
                .set(MESSAGE.FACTS, JSONB.valueOf("{}"))
                .set(
                        MESSAGE.CLOSED_REASON,
                        DSL.when(MESSAGE.CLOSED_REASON.isNotNull(), "").otherwise((String) null))
                .where(MESSAGE.MEMBER_ID.eq(member.value()))
                .execute();
    }

    /** How many wait, by channel. */
    Map<Channel, Long> waiting() {
        var counts = new EnumMap<Channel, Long>(Channel.class);
        sql.select(MESSAGE.CHANNEL, DSL.count())
                .from(MESSAGE)
                .where(MESSAGE.STATE.eq(MessageState.PLANNED.code()))
                .groupBy(MESSAGE.CHANNEL)
                .forEach(row -> counts.put(Channel.of(row.value1()), (long) row.value2()));
        return counts;
    }

    private Stored stored(MessageRecord row) {
        return new Stored(
                view(row),
                json.readValue(row.getFacts().data(), FACTS),
                row.getRuleKind() == null
                        ? null
                        : new Explanation.Source(
                                row.getRuleKind(), row.getRuleVersion(), row.getRuleFrom(), row.getRuleClause()),
                instant(row.getValidUntil()),
                row.getConsentId(),
                row.getPolicyVersion());
    }

    static MessageView view(MessageRecord row) {
        return new MessageView(
                row.getMessageId(),
                new MemberId(row.getMemberId()),
                row.getReason(),
                row.getPeriod(),
                row.getTemplate(),
                row.getVersion(),
                Channel.of(row.getChannel()),
                Purpose.of(row.getPurpose()),
                MessageState.of(row.getState()),
                row.getLanguage() == null ? null : Language.of(row.getLanguage()),
                row.getSuppression() == null ? null : Suppression.of(row.getSuppression()),
                row.getFailure(),
                row.getAdapter(),
                row.getTries(),
                row.getPlannedAt().toInstant(),
                row.getPlannedBy(),
                instant(row.getDueAt()),
                row.getState().equals(MessageState.PLANNED.code()) ? instant(row.getHeldUntil()) : null,
                instant(row.getClosedAt()),
                row.getClosedBy(),
                row.getClosedReason());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
