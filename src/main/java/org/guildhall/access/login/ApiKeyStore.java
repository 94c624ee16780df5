package org.guildhall.access.login;

import static org.guildhall.jooq.access.Tables.API_KEY;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guildhall.access.ApiKey;
import org.guildhall.access.Permission;
import org.guildhall.jooq.access.tables.records.ApiKeyRecord;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.UnitId;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** API keys as rows. */
@Component
class ApiKeyStore {

    private final DSLContext db;

    ApiKeyStore(DSLContext db) {
        this.db = db;
    }

    /** A key with the hash of its secret; carried, never compared. */
    @SuppressWarnings("ArrayRecordComponent")
    record Stored(ApiKey key, byte[] secretHash) {}

    List<ApiKey> all() {
        return db.selectFrom(API_KEY)
                .orderBy(API_KEY.CREATED_AT.desc(), API_KEY.KEY_ID)
                .limit(1000)
                .fetch(ApiKeyStore::key);
    }

    Optional<Stored> byPublicId(String publicId) {
        return db.selectFrom(API_KEY)
                .where(API_KEY.PUBLIC_ID.eq(publicId))
                .fetchOptional(row -> new Stored(key(row), row.getSecretHash()));
    }

    Optional<ApiKey> get(UUID id) {
        return db.selectFrom(API_KEY).where(API_KEY.KEY_ID.eq(id)).fetchOptional(ApiKeyStore::key);
    }

    /** References of the keys that any of these made. */
    List<String> madeBy(Collection<String> makers) {
        return db.select(API_KEY.KEY_ID)
                .from(API_KEY)
                .where(API_KEY.CREATED_BY.in(makers))
                .fetch(row -> new Actor.Program(row.value1(), "").reference());
    }

    void insert(ApiKey key, byte[] secretHash) {
        db.insertInto(API_KEY)
                .set(API_KEY.KEY_ID, key.id())
                .set(API_KEY.PUBLIC_ID, key.publicId())
                .set(API_KEY.SECRET_HASH, secretHash)
                .set(API_KEY.NAME, key.name())
                .set(
                        API_KEY.PERMISSIONS,
                        key.permissions().stream().map(Permission::code).toArray(String[]::new))
                .set(API_KEY.UNIT_ID, key.unit() == null ? null : key.unit().value())
                .set(API_KEY.PER_SECOND, key.perSecond())
                .set(API_KEY.BURST, key.burst())
                .set(API_KEY.CREATED_BY, key.createdBy())
                .set(API_KEY.CREATED_AT, at(key.createdAt()))
                .set(API_KEY.EXPIRES_AT, key.expiresAt() == null ? null : at(key.expiresAt()))
                .execute();
    }

    int revoke(UUID id, Instant now) {
        return db.update(API_KEY)
                .set(API_KEY.REVOKED_AT, at(now))
                .where(API_KEY.KEY_ID.eq(id))
                .and(API_KEY.REVOKED_AT.isNull())
                .execute();
    }

    void touch(Map<UUID, Instant> used) {
        used.forEach((id, when) -> db.update(API_KEY)
                .set(API_KEY.LAST_USED_AT, DSL.greatest(API_KEY.LAST_USED_AT, DSL.val(at(when))))
                .where(API_KEY.KEY_ID.eq(id))
                .execute());
    }

    private static ApiKey key(ApiKeyRecord row) {
        return new ApiKey(
                row.getKeyId(),
                row.getPublicId(),
                row.getName(),
                Arrays.stream(row.getPermissions()).map(Permission::of).toList(),
                row.getUnitId() == null ? null : UnitId.of(row.getUnitId()),
                row.getPerSecond(),
                row.getBurst(),
                row.getCreatedBy(),
                row.getCreatedAt().toInstant(),
                instant(row.getExpiresAt()),
                instant(row.getRevokedAt()),
                instant(row.getLastUsedAt()));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
