package org.guildhall.platform;

import static org.guildhall.jooq.platform.Tables.DOWNLOAD;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The list of kept files. */
@Component
class DownloadStore {

    private final DSLContext sql;

    DownloadStore(DSLContext sql) {
        this.sql = sql;
    }

    record Stored(String fileName, String mediaType, long bytes) {}

    void insert(DownloadId id, Stored file, String actor, Instant now, Instant expires) {
        sql.insertInto(DOWNLOAD)
                .set(DOWNLOAD.DOWNLOAD_ID, id.value())
                .set(DOWNLOAD.FILE_NAME, file.fileName())
                .set(DOWNLOAD.MEDIA_TYPE, file.mediaType())
                .set(DOWNLOAD.BYTES, file.bytes())
                .set(DOWNLOAD.ACTOR, actor)
                .set(DOWNLOAD.CREATED_AT, now.atOffset(ZoneOffset.UTC))
                .set(DOWNLOAD.EXPIRES_AT, expires.atOffset(ZoneOffset.UTC))
                .execute();
    }

    @Nullable
    Stored find(DownloadId id, String actor, Instant now) {
        return sql.select(DOWNLOAD.FILE_NAME, DOWNLOAD.MEDIA_TYPE, DOWNLOAD.BYTES)
                .from(DOWNLOAD)
                .where(DOWNLOAD.DOWNLOAD_ID.eq(id.value()))
                .and(DOWNLOAD.ACTOR.eq(actor))
                .and(DOWNLOAD.EXPIRES_AT.gt(now.atOffset(ZoneOffset.UTC)))
                .fetchOne(r -> new Stored(r.value1(), r.value2(), r.value3()));
    }

    List<UUID> removeExpired(Instant now) {
        return sql.deleteFrom(DOWNLOAD)
                .where(DOWNLOAD.EXPIRES_AT.le(now.atOffset(ZoneOffset.UTC)))
                .returning(DOWNLOAD.DOWNLOAD_ID)
                .fetch(DOWNLOAD.DOWNLOAD_ID);
    }
}
