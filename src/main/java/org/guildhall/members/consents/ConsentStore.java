package org.guildhall.members.consents;

import static org.guildhall.jooq.members.Tables.CONSENT;
import static org.jooq.impl.DSL.row;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Ids;
import org.guildhall.kernel.MemberId;
import org.guildhall.members.ConsentView;
import org.guildhall.members.ConsentView.Channel;
import org.guildhall.members.ConsentView.Purpose;
import org.guildhall.members.TimelineQuery;
import org.guildhall.platform.CopyWriter;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.SortField;
import org.springframework.stereotype.Component;

/** What members said, never rewritten. */
@Component
public class ConsentStore {

    private static final List<SortField<?>> NEWEST_FIRST =
            List.of(CONSENT.OCCURRED_AT.desc(), CONSENT.CONSENT_ID.desc());

    private final DSLContext sql;

    ConsentStore(DSLContext sql) {
        this.sql = sql;
    }

    /** Without an instant of its own, a consent is true from now on. */
    void insert(UUID id, MemberConsent one, Instant now, String actor) {
        var said = one.said();
        sql.insertInto(CONSENT)
                .set(CONSENT.MEMBER_ID, one.member().value())
                .set(CONSENT.CONSENT_ID, id)
                .set(CONSENT.PURPOSE, said.purpose().name())
                .set(CONSENT.CHANNEL, said.channel().name())
                .set(CONSENT.GRANTED, said.granted())
                .set(CONSENT.VERSION, said.version())
                .set(CONSENT.EVIDENCE, said.evidence())
                .set(
                        CONSENT.OCCURRED_AT,
                        Objects.requireNonNullElse(said.occurredAt(), now).atOffset(ZoneOffset.UTC))
                .set(CONSENT.RECORDED_AT, now.atOffset(ZoneOffset.UTC))
                .set(CONSENT.ACTOR, actor)
                .execute();
    }

    /** Without an instant of its own, a consent is true from now on. */
    void insertAll(List<MemberConsent> all, BusinessTime time, String actor) {
        var now = time.now();
        CopyWriter.copy(
                sql,
                "members.consent (member_id, consent_id, purpose, channel, granted, version, evidence, occurred_at,"
                        + " recorded_at, actor)",
                out -> all.forEach(one -> out.add(one.member().value())
                        .add(Ids.next(time.clock()))
                        .add(one.said().purpose().name())
                        .add(one.said().channel().name())
                        .add(one.said().granted())
                        .add(one.said().version())
                        .add(one.said().evidence())
                        .add(Objects.requireNonNullElse(one.said().occurredAt(), now))
                        .add(now)
                        .add(actor)
                        .endRow()));
    }

    /** All that a member said, newest first; what holds for a purpose and channel is marked as current. */
    List<ConsentView> all(MemberId member) {
        var seen = new HashSet<String>();
        return fetch(CONSENT.MEMBER_ID.eq(member.value()), 1000).stream()
                .map(c -> seen.add(c.purpose() + "/" + c.channel()) ? current(c) : c)
                .toList();
    }

    /** The part of the timeline. */
    public List<ConsentView> timeline(MemberId member, TimelineQuery query) {
        var condition = CONSENT.MEMBER_ID.eq(member.value());
        if (query.knownAt() != null) {
            condition = condition.and(CONSENT.RECORDED_AT.le(query.knownAt().atOffset(ZoneOffset.UTC)));
        }
        if (query.before() != null) {
            condition = condition.and(row(CONSENT.OCCURRED_AT, CONSENT.CONSENT_ID)
                    .lt(
                            query.before().occurredAt().atOffset(ZoneOffset.UTC),
                            query.before().id()));
        }
        return fetch(condition, query.limit());
    }

    private List<ConsentView> fetch(Condition condition, int limit) {
        return sql.selectFrom(CONSENT).where(condition).orderBy(NEWEST_FIRST).limit(limit).stream()
                .map(r -> new ConsentView(
                        r.getConsentId(),
                        Purpose.valueOf(r.getPurpose()),
                        Channel.valueOf(r.getChannel()),
                        r.getGranted(),
                        r.getVersion(),
                        r.getEvidence(),
                        r.getOccurredAt().toInstant(),
                        r.getRecordedAt().toInstant(),
                        r.getActor(),
                        false))
                .toList();
    }

    private static ConsentView current(ConsentView c) {
        return new ConsentView(
                c.id(),
                c.purpose(),
                c.channel(),
                c.granted(),
                c.version(),
                c.evidence(),
                c.occurredAt(),
                c.recordedAt(),
                c.actor(),
                true);
    }
}
