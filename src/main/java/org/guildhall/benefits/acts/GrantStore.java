package org.guildhall.benefits.acts;

import static org.guildhall.jooq.benefits.Tables.GRANTED;
import static org.guildhall.jooq.benefits.Tables.REVOCATION;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.noCondition;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guildhall.access.Access;
import org.guildhall.benefits.GiveGrant;
import org.guildhall.benefits.GrantQuery;
import org.guildhall.benefits.GrantView;
import org.guildhall.benefits.rules.Holder;
import org.guildhall.jooq.benefits.tables.records.GrantedRecord;
import org.guildhall.jooq.benefits.tables.records.RevocationRecord;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Slice;
import org.guildhall.platform.Cursors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps what was given by hand, and what was taken away again. */
@Component
class GrantStore {

    private final DSLContext sql;
    private final Access access;
    private final BusinessTime time;

    GrantStore(DSLContext sql, Access access, BusinessTime time) {
        this.sql = sql;
        this.access = access;
        this.time = time;
    }

    /** What was given, and how it was taken away if it was. */
    record Kept(GrantedRecord row, @Nullable RevocationRecord revocation) {

        MemberId member() {
            return new MemberId(row.getMemberId());
        }

        GrantView.State state(LocalDate day) {
            if (revocation != null) {
                return GrantView.State.REVOKED;
            }
            if (day.isBefore(row.getFirstDay())) {
                return GrantView.State.UPCOMING;
            }
            var last = row.getLastDay();
            return last != null && day.isAfter(last) ? GrantView.State.OVER : GrantView.State.RUNNING;
        }
    }

    Optional<Kept> find(UUID id) {
        return sql.select(GRANTED, REVOCATION)
                .from(GRANTED)
                .leftJoin(REVOCATION)
                .on(REVOCATION.GRANT_ID.eq(GRANTED.GRANT_ID))
                .where(GRANTED.GRANT_ID.eq(id))
                .fetchOptional(row -> kept(row.value1(), row.value2()));
    }

    /** Holds it until the transaction ends, so that it is not used while it is taken away. */
    void lock(UUID id) {
        sql.selectFrom(GRANTED).where(GRANTED.GRANT_ID.eq(id)).forUpdate().fetch();
    }

    /** What may entitle the member: everything given that was not taken away, in order; held until the transaction ends. */
    List<Holder.Given> heldFor(MemberId member) {
        sql.select(GRANTED.GRANT_ID)
                .from(GRANTED)
                .where(GRANTED.MEMBER_ID.eq(member.value()))
                .orderBy(GRANTED.NUMBER)
                .forShare()
                .fetch();
        return of(member);
    }

    /** The same, not held. */
    List<Holder.Given> of(MemberId member) {
        return sql.selectFrom(GRANTED)
                .where(GRANTED.MEMBER_ID.eq(member.value()))
                .andNotExists(sql.selectOne().from(REVOCATION).where(REVOCATION.GRANT_ID.eq(GRANTED.GRANT_ID)))
                .orderBy(GRANTED.NUMBER)
                .fetch(GrantStore::given);
    }

    /** What was given to each of many members and not taken away, in order; not held. */
    Map<MemberId, List<Holder.Given>> of(Collection<MemberId> members) {
        var ids = members.stream().map(MemberId::value).toArray(UUID[]::new);
        return sql.selectFrom(GRANTED)
                .where(GRANTED.MEMBER_ID.eq(DSL.any(ids)))
                .andNotExists(sql.selectOne().from(REVOCATION).where(REVOCATION.GRANT_ID.eq(GRANTED.GRANT_ID)))
                .orderBy(GRANTED.NUMBER)
                .fetchGroups(row -> new MemberId(row.getMemberId()), GrantStore::given);
    }

    static Holder.Given given(GrantedRecord row) {
        return new Holder.Given(
                row.getGrantId(),
                GiveGrant.Kind.of(row.getKind()) == GiveGrant.Kind.PLAN,
                row.getCode(),
                row.getFirstDay(),
                row.getLastDay(),
                row.getReason());
    }

    Slice<Kept> page(GrantQuery query, boolean everybody, LocalDate today) {
        var condition =
                condition(query, today).and(query.member() != null || everybody ? noCondition() : falseCondition());
        var after = Cursors.decode(query.cursor(), 1);
        var rows = sql.select(GRANTED, REVOCATION)
                .from(GRANTED)
                .leftJoin(REVOCATION)
                .on(REVOCATION.GRANT_ID.eq(GRANTED.GRANT_ID))
                .where(condition)
                .and(after.isEmpty() ? noCondition() : GRANTED.NUMBER.lt(after.number(0)))
                .orderBy(GRANTED.NUMBER.desc())
                .limit(query.size() + 1)
                .fetch(row -> kept(row.value1(), row.value2()));
        long count = sql.fetchCount(sql.selectOne()
                .from(GRANTED)
                .leftJoin(REVOCATION)
                .on(REVOCATION.GRANT_ID.eq(GRANTED.GRANT_ID))
                .where(condition)
                .limit(Slice.COUNT_LIMIT + 1));
        return Slice.cut(
                rows, query.size(), last -> Cursors.encode(last.row().getNumber()), Slice.Total.counted(count));
    }

    private static Condition condition(GrantQuery query, LocalDate today) {
        var condition = query.state() == null ? noCondition() : state(query.state(), today);
        if (query.member() != null) {
            condition = condition.and(GRANTED.MEMBER_ID.eq(query.member()));
        }
        if (query.kind() != null) {
            condition = condition.and(GRANTED.KIND.eq(query.kind().code()));
        }
        if (query.code() != null && !query.code().isBlank()) {
            condition = condition.and(GRANTED.CODE.eq(query.code().strip()));
        }
        return condition;
    }

    /** As {@link Kept#state} says it of one. */
    private static Condition state(GrantView.State state, LocalDate today) {
        var standing = REVOCATION.GRANT_ID.isNull();
        return switch (state) {
            case REVOKED -> REVOCATION.GRANT_ID.isNotNull();
            case UPCOMING -> standing.and(GRANTED.FIRST_DAY.gt(today));
            case OVER -> standing.and(GRANTED.LAST_DAY.lt(today));
            case RUNNING ->
                standing.and(GRANTED.FIRST_DAY.le(today))
                        .and(GRANTED.LAST_DAY.isNull().or(GRANTED.LAST_DAY.ge(today)));
        };
    }

    void insert(Act act, GiveGrant command, Instant at) {
        var row = new GrantedRecord();
        row.setGrantId(act.id());
        row.setMemberId(command.member().value());
        row.setKind(command.kind().code());
        row.setCode(command.code());
        row.setFirstDay(command.firstDay() == null ? time.dateOf(at) : command.firstDay());
        row.setLastDay(command.lastDay());
        row.setReason(command.reason());
        row.setContentHash(act.hash());
        row.setOccurredAt(at(at));
        row.setRecordedAt(at(time.now()));
        row.setActor(access.actor().reference());
        sql.executeInsert(row);
    }

    void revoke(UUID id, Act act, String reason, Instant at) {
        var row = new RevocationRecord();
        row.setGrantId(id);
        row.setCause(act.id());
        row.setContentHash(act.hash());
        row.setReason(reason);
        row.setOccurredAt(at(at));
        row.setRecordedAt(at(time.now()));
        row.setActor(access.actor().reference());
        sql.executeInsert(row);
    }

    private static Kept kept(GrantedRecord row, RevocationRecord revocation) {
        return new Kept(row, revocation.getGrantId() == null ? null : revocation);
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
