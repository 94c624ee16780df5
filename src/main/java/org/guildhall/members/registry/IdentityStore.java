package org.guildhall.members.registry;

import static org.guildhall.jooq.members.Tables.IDENTITY;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.members.ExternalKey;
import org.guildhall.members.MemberRefusal.IdentityKind;
import org.guildhall.members.registry.Claims.Claim;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The small table of what must be unique over all members; its primary key is the guard. */
@Component
class IdentityStore {

    private final DSLContext sql;

    IdentityStore(DSLContext sql) {
        this.sql = sql;
    }

    /** Makes the claims; returns those that somebody else holds. */
    Set<Claim> claim(Collection<Claim> claims) {
        if (claims.isEmpty()) {
            return Set.of();
        }
        var refused = new HashSet<>(claims);
        sql.resultQuery(
                        """
                        insert into members.identity (kind, key, member_id)
                        select * from unnest({0}::text[], {1}::bytea[], {2}::uuid[])
                        on conflict do nothing
                        returning kind, key, member_id
                        """,
                        val(claims.stream().map(c -> c.kind().name()).toArray(String[]::new)),
                        val(claims.stream().map(Claim::bytes).toArray(byte[][]::new)),
                        val(claims.stream().map(c -> c.member().value()).toArray(UUID[]::new)))
                .forEach(r -> refused.remove(new Claim(
                        MemberId.of(r.get("member_id", UUID.class)),
                        IdentityKind.valueOf(r.get("kind", String.class)),
                        HexFormat.of().formatHex(r.get("key", byte[].class)))));
        return refused;
    }

    /** Adds a household member to a mobile if fewer than {@code most} share it; false if it is full. */
    boolean share(Claim claim, int most) {
        return sql.insertInto(IDENTITY, IDENTITY.KIND, IDENTITY.KEY, IDENTITY.SLOT, IDENTITY.MEMBER_ID)
                        .select(select(
                                        inline(claim.kind().name()),
                                        val(claim.bytes()),
                                        coalesce(max(IDENTITY.SLOT), inline(-1)).plus(1),
                                        val(claim.member().value()))
                                .from(IDENTITY)
                                .where(IDENTITY.KIND.eq(claim.kind().name()))
                                .and(IDENTITY.KEY.eq(claim.bytes()))
                                .having(org.jooq.impl.DSL.count().lt(most)))
                        .execute()
                > 0;
    }

    /** Gives up claims; the eldest of those who shared a mobile takes the holder's place. */
    void release(Collection<MemberId> members, Set<IdentityKind> kinds) {
        if (members.isEmpty() || kinds.isEmpty()) {
            return;
        }
        var freed = sql.deleteFrom(IDENTITY)
                .where(IDENTITY.MEMBER_ID.eq(any(MemberStore.uuids(members))))
                .and(IDENTITY.KIND.in(kinds.stream().map(Enum::name).toList()))
                .returning(IDENTITY.KIND, IDENTITY.KEY, IDENTITY.SLOT)
                .fetch();
        var heirs = freed.stream()
                .filter(r -> r.getSlot() == 0 && r.getKind().equals(IdentityKind.MOBILE.name()))
                .map(r -> r.getKey())
                .toArray(byte[][]::new);
        if (heirs.length > 0) {
            sql.execute("""
                    update members.identity i set slot = 0
                    from (select kind, key, min(slot) as slot from members.identity
                          where kind = 'MOBILE' and key = any({0}::bytea[]) group by kind, key having min(slot) > 0) heir
                    where i.kind = heir.kind and i.key = heir.key and i.slot = heir.slot
                    """, val(heirs));
        }
    }

    /** Who holds these keys, by the key's hexadecimal form. */
    Map<String, MemberId> holders(IdentityKind kind, Collection<String> keys) {
        var holders = new HashMap<String, MemberId>();
        sql.select(IDENTITY.KEY, IDENTITY.MEMBER_ID)
                .from(IDENTITY)
                .where(IDENTITY.KIND.eq(kind.name()))
                .and(IDENTITY.SLOT.eq(0))
                .and(IDENTITY.KEY.eq(
                        any(keys.stream().map(HexFormat.of()::parseHex).toArray(byte[][]::new))))
                .forEach(r -> holders.put(HexFormat.of().formatHex(r.value1()), MemberId.of(r.value2())));
        return holders;
    }

    /** All who hold or share a key. */
    List<MemberId> all(IdentityKind kind, String key) {
        return sql.select(IDENTITY.MEMBER_ID)
                .from(IDENTITY)
                .where(IDENTITY.KIND.eq(kind.name()))
                .and(IDENTITY.KEY.eq(HexFormat.of().parseHex(key)))
                .orderBy(IDENTITY.SLOT)
                .fetch(r -> MemberId.of(r.value1()));
    }

    List<ExternalKey> externals(MemberId member) {
        return sql.select(IDENTITY.KEY)
                .from(IDENTITY)
                .where(IDENTITY.MEMBER_ID.eq(member.value()))
                .and(IDENTITY.KIND.eq(IdentityKind.EXTERNAL.name()))
                .orderBy(IDENTITY.KEY)
                .fetch(r -> Claims.external(r.value1()));
    }
}
