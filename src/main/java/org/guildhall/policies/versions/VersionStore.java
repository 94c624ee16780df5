package org.guildhall.policies.versions;

import static org.guildhall.jooq.policies.Tables.VERSION;
import static org.guildhall.jooq.policies.Tables.WITHDRAWAL;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.guildhall.kernel.Actor;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published versions, appended and never changed. */
@Component
public class VersionStore {

    private final DSLContext db;
    private final JsonMapper json;

    VersionStore(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** A version as stored. */
    public record Stored(
            String kind,
            int version,
            JsonNode body,
            LocalDate effectiveFrom,
            String clause,
            String reason,
            String draftedByName,
            String publishedByName,
            Instant publishedAt,
            @Nullable Instant withdrawnAt,
            @Nullable String withdrawnReason) {}

    /** Who wrote and who published. */
    public record Authors(String draftedBy, String draftedByName, Actor publisher, String publisherName) {}

    /** All versions of a kind in order, withdrawn ones included. */
    public List<Stored> all(String kind) {
        return db.select(
                        VERSION.VERSION_,
                        VERSION.BODY,
                        VERSION.EFFECTIVE_FROM,
                        VERSION.CLAUSE,
                        VERSION.REASON,
                        VERSION.DRAFTED_BY_NAME,
                        VERSION.PUBLISHED_BY_NAME,
                        VERSION.PUBLISHED_AT,
                        WITHDRAWAL.WITHDRAWN_AT,
                        WITHDRAWAL.REASON)
                .from(VERSION)
                .leftJoin(WITHDRAWAL)
                .on(WITHDRAWAL.KIND.eq(VERSION.KIND))
                .and(WITHDRAWAL.VERSION.eq(VERSION.VERSION_))
                .where(VERSION.KIND.eq(kind))
                .orderBy(VERSION.VERSION_)
                .fetch(row -> new Stored(
                        kind,
                        row.value1(),
                        json.readTree(row.value2().data()),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        row.value6(),
                        row.value7(),
                        row.value8().toInstant(),
                        row.value9() == null ? null : row.value9().toInstant(),
                        row.value10()));
    }

    /** Appends a version; a number that somebody else took meanwhile breaks the primary key. */
    public void append(Stored version, Authors authors) {
        db.insertInto(VERSION)
                .set(VERSION.KIND, version.kind())
                .set(VERSION.VERSION_, version.version())
                .set(VERSION.BODY, JSONB.valueOf(json.writeValueAsString(version.body())))
                .set(VERSION.EFFECTIVE_FROM, version.effectiveFrom())
                .set(VERSION.CLAUSE, version.clause())
                .set(VERSION.REASON, version.reason())
                .set(VERSION.DRAFTED_BY, authors.draftedBy())
                .set(VERSION.DRAFTED_BY_NAME, authors.draftedByName())
                .set(VERSION.PUBLISHED_BY, authors.publisher().reference())
                .set(VERSION.PUBLISHED_BY_NAME, authors.publisherName())
                .set(VERSION.PUBLISHED_AT, OffsetDateTime.ofInstant(version.publishedAt(), ZoneOffset.UTC))
                .execute();
    }

    /** Why a version is taken back, and by whom. */
    public record Withdrawal(String reason, Actor by, String byName) {}

    /** Remembers that a version was taken back. */
    public void withdraw(String kind, int version, Withdrawal why, Instant at) {
        db.insertInto(WITHDRAWAL)
                .values(
                        kind,
                        version,
                        why.reason(),
                        why.by().reference(),
                        why.byName(),
                        OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .execute();
    }
}
