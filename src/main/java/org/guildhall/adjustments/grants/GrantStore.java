package org.guildhall.adjustments.grants;

import static org.guildhall.jooq.adjustments.Tables.BATCH_GRANT;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.guildhall.kernel.MemberId;
import org.guildhall.platform.Cursors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectWhereStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps what was to be given to whom. */
@Component
class GrantStore {

    private static final List<Field<?>> COLUMNS = Stream.of(BATCH_GRANT.fields())
            .filter(field -> !field.equals(BATCH_GRANT.RECEIVERS))
            .toList();

    private final DSLContext sql;

    GrantStore(DSLContext sql) {
        this.sql = sql;
    }

    /** A grant as kept, to so many members; the run is absent until it is carried out. */
    record Stored(
            UUID id,
            String content,
            long amount,
            @Nullable LocalDate expiresOn,
            String reason,
            int members,
            @Nullable UUID run,
            By by,
            Instant askedAt) {

        long total() {
            return Math.multiplyExact(amount, (long) members);
        }
    }

    /** Who asked. */
    record By(String actor, String name) {}

    /** Keeps a grant and to whom; false when there is one of this identifier. */
    boolean add(Stored grant, List<MemberId> receivers) {
        return sql.insertInto(BATCH_GRANT)
                        .set(BATCH_GRANT.GRANT_ID, grant.id())
                        .set(BATCH_GRANT.CONTENT, grant.content())
                        .set(BATCH_GRANT.ASSET, "points")
                        .set(BATCH_GRANT.EACH_AMOUNT, grant.amount())
                        .set(BATCH_GRANT.EXPIRES_ON, grant.expiresOn())
                        .set(BATCH_GRANT.REASON, grant.reason())
                        .set(
                                BATCH_GRANT.RECEIVERS,
                                receivers.stream().map(MemberId::value).toArray(UUID[]::new))
                        .set(BATCH_GRANT.ACTOR, grant.by().actor())
                        .set(BATCH_GRANT.ACTOR_NAME, grant.by().name())
                        .set(BATCH_GRANT.ASKED_AT, grant.askedAt().atOffset(ZoneOffset.UTC))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** Lets one grant be judged at a time, until the transaction ends: two at once would not see each other. */
    void oneAtATime() {
        sql.execute("select pg_advisory_xact_lock(hashtextextended('adjustments.batch-grant', 0))");
    }

    /** What each of these members got by grants asked for since then and agreed to, or would by these that wait. */
    Map<MemberId, Long> given(Instant since, Collection<MemberId> members, Collection<UUID> waiting) {
        var ids = members.stream().map(MemberId::value).toArray(UUID[]::new);
        return sql.resultQuery("""
                        select r.member_id, sum(g.each_amount)::bigint
                        from adjustments.batch_grant g
                        cross join lateral unnest(g.receivers) r (member_id)
                        where (
                            (g.asked_at >= ?::timestamptz and g.run_id is not null)
                            or g.grant_id = any (?))
                          and r.member_id = any (?)
                        group by r.member_id
                        """, since.toString(), waiting.toArray(UUID[]::new), ids)
                .fetchMap(row -> new MemberId(row.get(0, UUID.class)), row -> row.get(1, Long.class));
    }

    Optional<Stored> find(UUID id) {
        return select().where(BATCH_GRANT.GRANT_ID.eq(id)).fetchOptional(GrantStore::stored);
    }

    /** The grant, which nobody else changes until the transaction ends. */
    Optional<Stored> lock(UUID id) {
        return select().where(BATCH_GRANT.GRANT_ID.eq(id)).forUpdate().fetchOptional(GrantStore::stored);
    }

    void runs(UUID id, UUID run) {
        sql.update(BATCH_GRANT)
                .set(BATCH_GRANT.RUN_ID, run)
                .where(BATCH_GRANT.GRANT_ID.eq(id))
                .execute();
    }

    /** The grants after the cursor, newest first. */
    List<Stored> page(@Nullable String cursor, int limit) {
        var after = Cursors.decode(cursor, 2);
        var page = after.isEmpty()
                ? DSL.noCondition()
                : DSL.row(BATCH_GRANT.ASKED_AT, BATCH_GRANT.GRANT_ID)
                        .lessThan(after.moment(0).atOffset(ZoneOffset.UTC), after.id(1));
        return select().where(page)
                .orderBy(BATCH_GRANT.ASKED_AT.desc(), BATCH_GRANT.GRANT_ID.desc())
                .limit(limit)
                .fetch(GrantStore::stored);
    }

    /** To whom, in the order in which they get it. */
    List<MemberId> receivers(UUID id) {
        return sql.select(BATCH_GRANT.RECEIVERS)
                .from(BATCH_GRANT)
                .where(BATCH_GRANT.GRANT_ID.eq(id))
                .fetchSingle(row -> Stream.of(row.value1()).map(MemberId::new).toList());
    }

    /** All but the receivers, of whom there may be thousands: their number is kept beside them. */
    private SelectWhereStep<?> select() {
        return sql.select(COLUMNS).from(BATCH_GRANT);
    }

    private static Stored stored(Record found) {
        var row = found.into(BATCH_GRANT);
        return new Stored(
                row.getGrantId(),
                row.getContent(),
                row.getEachAmount(),
                row.getExpiresOn(),
                row.getReason(),
                row.getMembers(),
                row.getRunId(),
                new By(row.getActor(), row.getActorName()),
                row.getAskedAt().toInstant());
    }
}
