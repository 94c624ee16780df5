package org.guildhall.access.vault;

import static org.guildhall.jooq.access.Tables.MEMBER_KEY;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The wrapped keys. */
@Component
class MemberKeyStore {

    private final DSLContext db;

    MemberKeyStore(DSLContext db) {
        this.db = db;
    }

    /** The wrapped keys of those who have or had one; an empty value for the erased. */
    Map<MemberId, Optional<byte[]>> find(Collection<MemberId> members) {
        var ids = members.stream().map(MemberId::value).toArray(UUID[]::new);
        var found = new HashMap<MemberId, Optional<byte[]>>();
        db.select(MEMBER_KEY.MEMBER_ID, MEMBER_KEY.WRAPPED)
                .from(MEMBER_KEY)
                .where(MEMBER_KEY.MEMBER_ID.eq(DSL.any(ids)))
                .forEach(row -> found.put(MemberId.of(row.value1()), Optional.ofNullable(row.value2())));
        return found;
    }

    /** Adds the keys; one that somebody else added first stays. */
    void add(List<MemberId> members, List<byte[]> wrapped, Instant at) {
        db.execute(
                """
                insert into access.member_key (member_id, wrapped, created_at)
                select t.member_id, t.wrapped, {2} from unnest({0}::uuid[], {1}::bytea[]) as t(member_id, wrapped)
                order by 1
                on conflict do nothing
                """,
                DSL.val(members.stream().map(MemberId::value).toArray(UUID[]::new)),
                DSL.val(wrapped.toArray(byte[][]::new)),
                DSL.val(OffsetDateTime.ofInstant(at, ZoneOffset.UTC), MEMBER_KEY.CREATED_AT));
    }

    /** Destroys the key and keeps the fact. */
    void erase(MemberId member, Instant at) {
        var when = OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
        db.insertInto(MEMBER_KEY)
                .set(MEMBER_KEY.MEMBER_ID, member.value())
                .set(MEMBER_KEY.CREATED_AT, when)
                .set(MEMBER_KEY.ERASED_AT, when)
                .onConflict(MEMBER_KEY.MEMBER_ID)
                .doUpdate()
                .setNull(MEMBER_KEY.WRAPPED)
                .set(MEMBER_KEY.ERASED_AT, DSL.coalesce(MEMBER_KEY.ERASED_AT, DSL.excluded(MEMBER_KEY.ERASED_AT)))
                .execute();
    }
}
