package org.guildhall.members.messaging;

import static org.guildhall.jooq.members.Tables.MEMBER;
import static org.guildhall.jooq.members.Tables.MEMBER_TAG;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.guildhall.access.Scope;
import org.guildhall.access.Scopes;
import org.guildhall.jooq.members.tables.records.MemberRecord;
import org.guildhall.kernel.MemberId;
import org.guildhall.members.MemberStatus;
import org.guildhall.members.Preferences;
import org.guildhall.messages.Channel;
import org.guildhall.messages.Recipient;
import org.guildhall.messages.Recipients.Claim;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads members as recipients, many with a handful of statements. */
@Component
class RecipientStore {

    /** The latest word about advertising by a channel, or by any, holds; as it was known then. */
    private static final String CONSENTS = """
            select distinct on (c.member_id, w.channel) c.member_id, w.channel, c.consent_id, c.granted
            from members.consent c
            join (values ('APP'), ('SMS'), ('EMAIL')) as w (channel)
              on c.channel in (w.channel, 'ANY')
            where c.purpose = 'MARKETING'
              and c.member_id = any(?)
              and c.occurred_at <= ?::timestamptz
              and c.recorded_at <= ?::timestamptz
            order by c.member_id, w.channel, c.occurred_at desc, c.consent_id desc
            """;

    /** A word given in the minute before may have crossed the message. */
    private static final String UNFOUNDED = """
            select w.message_id
            from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::timestamptz[])
              as w (message_id, member_id, consent_id, channel, at)
            left join members.consent c
              on c.member_id = w.member_id
              and c.consent_id = w.consent_id
              and c.purpose = 'MARKETING'
              and c.granted
              and c.channel in (w.channel, 'ANY')
              and c.occurred_at <= w.at
              and c.recorded_at <= w.at
            where c.consent_id is null
              or exists (
                select 1
                from members.consent l
                where l.member_id = w.member_id
                  and l.purpose = 'MARKETING'
                  and not l.granted
                  and l.channel in (w.channel, 'ANY')
                  and (l.occurred_at, l.consent_id) > (c.occurred_at, c.consent_id)
                  and l.occurred_at <= w.at
                  and l.recorded_at <= w.at - interval '1 minute'
              )
            """;

    private final DSLContext sql;
    private final JsonMapper json;

    RecipientStore(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    Map<MemberId, Recipient> find(Collection<MemberId> members, Instant at) {
        var ids = ids(members);
        var tags = sql.select(MEMBER_TAG.MEMBER_ID, MEMBER_TAG.TAG)
                .from(MEMBER_TAG)
                .where(MEMBER_TAG.MEMBER_ID.eq(any(ids)))
                .fetchGroups(MEMBER_TAG.MEMBER_ID, MEMBER_TAG.TAG);
        var consents = consents(ids, at.atOffset(ZoneOffset.UTC));
        return sql.selectFrom(MEMBER)
                .where(MEMBER.MEMBER_ID.eq(any(ids)))
                .fetchMap(
                        row -> new MemberId(row.getMemberId()),
                        row -> recipient(
                                row,
                                Set.copyOf(tags.getOrDefault(row.getMemberId(), List.of())),
                                consents.getOrDefault(row.getMemberId(), Map.of())));
    }

    private Map<UUID, Map<Channel, UUID>> consents(UUID[] members, OffsetDateTime at) {
        var consents = new HashMap<UUID, Map<Channel, UUID>>();
        sql.resultQuery(CONSENTS, members, at, at).forEach(row -> {
            if (row.get(3, Boolean.class)) {
                consents.computeIfAbsent(row.get(0, UUID.class), member -> new EnumMap<>(Channel.class))
                        .put(Channel.valueOf(row.get(1, String.class)), row.get(2, UUID.class));
            }
        });
        return consents;
    }

    private Recipient recipient(MemberRecord row, Set<String> tags, Map<Channel, UUID> consents) {
        var preferences = row.getPreferences() == null
                ? null
                : json.readValue(row.getPreferences().data(), Preferences.class);
        return new Recipient(
                new MemberId(row.getMemberId()),
                row.getNumber(),
                row.getName(),
                preferences == null ? null : preferences.language(),
                row.getMobile(),
                row.getEmail(),
                row.getAnnulled() ? Recipient.Reach.NONE : reach(MemberStatus.valueOf(row.getStatus())),
                tags,
                consents,
                row.getErasedAt() != null);
    }

    private static Recipient.Reach reach(MemberStatus status) {
        return switch (status) {
            case ACTIVE -> Recipient.Reach.ALL;
            case APPLICANT, SUSPENDED, EXPIRED -> Recipient.Reach.SERVICE;
            case WITHDRAWN, TERMINATED, MERGED -> Recipient.Reach.NONE;
        };
    }

    /** Those of the members whom the scope opens. */
    Set<MemberId> within(Collection<MemberId> members, Scope scope) {
        return sql.select(MEMBER.MEMBER_ID)
                .from(MEMBER)
                .where(MEMBER.MEMBER_ID.eq(any(ids(members))))
                .and(Scopes.condition(scope, MEMBER.HOME_UNIT, MEMBER.ADVISER))
                .fetchSet(row -> new MemberId(row.value1()));
    }

    Map<MemberId, String> numbers(Collection<MemberId> members) {
        return sql.select(MEMBER.MEMBER_ID, MEMBER.NUMBER)
                .from(MEMBER)
                .where(MEMBER.MEMBER_ID.eq(any(ids(members))))
                .fetchMap(row -> new MemberId(row.value1()), row -> row.value2());
    }

    boolean sees(MemberId member, Scope scope) {
        return sql.fetchExists(
                MEMBER,
                MEMBER.MEMBER_ID.eq(member.value()).and(Scopes.condition(scope, MEMBER.HOME_UNIT, MEMBER.ADVISER)));
    }

    static Condition visible(Scope scope, Field<UUID> member) {
        return scope instanceof Scope.All
                ? org.jooq.impl.DSL.noCondition()
                : exists(selectOne()
                        .from(MEMBER)
                        .where(MEMBER.MEMBER_ID.eq(member))
                        .and(Scopes.condition(scope, MEMBER.HOME_UNIT, MEMBER.ADVISER)));
    }

    Set<UUID> unfounded(Collection<Claim> claims) {
        return sql.resultQuery(
                        UNFOUNDED,
                        claims.stream().map(Claim::message).toArray(UUID[]::new),
                        claims.stream().map(claim -> claim.member().value()).toArray(UUID[]::new),
                        claims.stream().map(Claim::consent).toArray(UUID[]::new),
                        claims.stream().map(claim -> claim.channel().name()).toArray(String[]::new),
                        claims.stream()
                                .map(claim -> claim.at().atOffset(ZoneOffset.UTC))
                                .toArray(OffsetDateTime[]::new))
                .fetchSet(0, UUID.class);
    }

    private static UUID[] ids(Collection<MemberId> members) {
        return members.stream().map(MemberId::value).toArray(UUID[]::new);
    }
}
