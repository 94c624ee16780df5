package org.guildhall.messages.dispatch;

import static org.guildhall.jooq.messages.Tables.ATTEMPT;
import static org.guildhall.jooq.messages.Tables.MESSAGE;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.guildhall.jooq.messages.tables.records.AttemptRecord;
import org.guildhall.jooq.messages.tables.records.MessageRecord;
import org.guildhall.kernel.MemberId;
import org.guildhall.messages.Channel;
import org.guildhall.messages.MessageState;
import org.guildhall.messages.Outcome;
import org.guildhall.messages.Purpose;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.UpdateSetMoreStep;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Takes what is due and notes how it ended. */
@Component
class DispatchStore {

    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};
    private static final String PLANNED = MessageState.PLANNED.code();

    private final DSLContext sql;
    private final JsonMapper json;

    DispatchStore(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /**
     * Takes messages that are due for so long, the longest waiting first, past those that others are taking. Of one that was
     * taken before and never heard of again, an attempt of unknown end is noted.
     */
    List<Taken> take(Instant now, Duration lease, int limit) {
        var at = utc(now);
        var due = sql.selectFrom(MESSAGE)
                .where(MESSAGE.STATE.eq(PLANNED))
                .and(MESSAGE.DUE_AT.le(at))
                .and(MESSAGE.LEASED_UNTIL.isNull().or(MESSAGE.LEASED_UNTIL.le(at)))
                .orderBy(MESSAGE.DUE_AT)
                .limit(limit)
                .forUpdate()
                .skipLocked()
                .fetch();
        note(due.stream()
                .filter(row -> row.getLeasedUntil() != null)
                .map(row -> attempt(row, row.getTries(), at))
                .toList());
        sql.update(MESSAGE)
                .set(MESSAGE.LEASED_UNTIL, utc(now.plus(lease)))
                .set(MESSAGE.TRIES, MESSAGE.TRIES.plus(1))
                .setNull(MESSAGE.HELD_UNTIL)
                .where(MESSAGE.MESSAGE_ID.in(
                        due.stream().map(MessageRecord::getMessageId).toList()))
                .execute();
        return due.stream().map(this::taken).toList();
    }

    private static AttemptRecord attempt(MessageRecord row, int number, OffsetDateTime at) {
        return new AttemptRecord(
                row.getMemberId(), row.getMessageId(), number, at, "", Outcome.UNKNOWN.code(), null, null);
    }

    private Taken taken(MessageRecord row) {
        int attempt = row.getTries() + 1;
        return new Taken(
                new MemberId(row.getMemberId()),
                row.getMessageId(),
                row.getReason(),
                row.getTemplate(),
                row.getVersion(),
                Channel.of(row.getChannel()),
                Purpose.of(row.getPurpose()),
                json.readValue(row.getFacts().data(), FACTS),
                row.getValidUntil() == null ? null : row.getValidUntil().toInstant(),
                attempt,
                attempt - row.getTriesBefore());
    }

    /** Notes how these ended, unless somebody else has taken them since. */
    void end(List<Ending> endings, int policyVersion, Instant now) {
        var updates = new ArrayList<Query>();
        var attempts = new ArrayList<AttemptRecord>();
        for (var ending : endings) {
            var change = sql.update(MESSAGE).setNull(MESSAGE.LEASED_UNTIL).set(MESSAGE.POLICY_VERSION, policyVersion);
            updates.add(
                    switch (ending) {
                        case Ending.Held held -> held(change, held);
                        case Ending.Suppressed never ->
                            closed(change, MessageState.SUPPRESSED, now)
                                    .set(MESSAGE.SUPPRESSION, never.why().code())
                                    .set(MESSAGE.TRIES, never.message().attempt() - 1)
                                    .where(own(never.message()));
                        case Ending.Tried tried -> {
                            attempts.add(attempt(tried, utc(now)));
                            yield tried(change, tried, now);
                        }
                    });
        }
        sql.batch(updates).execute();
        note(attempts);
    }

    private static Query held(UpdateSetMoreStep<MessageRecord> change, Ending.Held held) {
        return change.set(MESSAGE.DUE_AT, utc(held.until()))
                .set(MESSAGE.HELD_UNTIL, utc(held.until()))
                .set(MESSAGE.TRIES, held.message().attempt() - 1)
                .where(own(held.message()));
    }

    private static Query tried(UpdateSetMoreStep<MessageRecord> change, Ending.Tried tried, Instant now) {
        var noted = change.set(MESSAGE.ADAPTER, tried.adapter())
                .set(MESSAGE.LANGUAGE, tried.language().code())
                .set(MESSAGE.CONSENT_ID, tried.consent());
        if (tried.outcome() == Outcome.SENT) {
            return closed(noted, MessageState.SENT, now).where(own(tried.message()));
        }
        var again = tried.again();
        return again == null
                ? closed(noted, MessageState.FAILED, now)
                        .set(MESSAGE.FAILURE, tried.code())
                        .where(own(tried.message()))
                : noted.set(MESSAGE.DUE_AT, utc(again)).where(own(tried.message()));
    }

    private static UpdateSetMoreStep<MessageRecord> closed(
            UpdateSetMoreStep<MessageRecord> change, MessageState state, Instant now) {
        return change.set(MESSAGE.STATE, state.code()).setNull(MESSAGE.DUE_AT).set(MESSAGE.CLOSED_AT, utc(now));
    }

    private static AttemptRecord attempt(Ending.Tried tried, OffsetDateTime at) {
        return new AttemptRecord(
                tried.message().member().value(),
                tried.message().id(),
                tried.message().attempt(),
                at,
                tried.adapter(),
                tried.outcome().code(),
                tried.code(),
                tried.detail());
    }

    private void note(List<AttemptRecord> attempts) {
        if (!attempts.isEmpty()) {
            sql.insertInto(ATTEMPT).set(attempts).onConflictDoNothing().execute();
        }
    }

    private static Condition own(Taken message) {
        return MESSAGE.MEMBER_ID
                .eq(message.member().value())
                .and(MESSAGE.MESSAGE_ID.eq(message.id()))
                .and(MESSAGE.STATE.eq(PLANNED))
                .and(MESSAGE.TRIES.eq(message.attempt()));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
