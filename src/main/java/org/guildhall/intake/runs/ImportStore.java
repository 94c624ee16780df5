package org.guildhall.intake.runs;

import static org.guildhall.jooq.intake.Tables.IMPORT;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.guildhall.intake.ImportId;
import org.guildhall.intake.ImportKind;
import org.guildhall.intake.ImportQuery;
import org.guildhall.intake.ImportSettings;
import org.guildhall.intake.ImportState;
import org.guildhall.intake.IntakeRefusal.UnknownImport;
import org.guildhall.intake.Layout;
import org.guildhall.intake.Mapping;
import org.guildhall.intake.PrepareImport;
import org.guildhall.intake.Tally;
import org.guildhall.jooq.intake.tables.records.ImportRecord;
import org.guildhall.kernel.Refusal;
import org.guildhall.platform.Cursors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The list of imports. */
@Component
class ImportStore {

    private static final Field<String> SOURCE = DSL.field("{0} ->> 'source'", String.class, IMPORT.SETTINGS);
    private static final int MOST_SOURCES = 100;

    private final DSLContext sql;
    private final JsonMapper json;

    ImportStore(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** An import as stored. */
    record Stored(
            ImportId id,
            String fileName,
            long fileBytes,
            String fileHash,
            ImportState state,
            PrepareImport plan,
            int revision,
            @Nullable UUID jobId,
            @Nullable Tally checked,
            @Nullable Tally report,
            String actor,
            String actorName,
            Instant createdAt,
            @Nullable Instant finishedAt,
            @Nullable Instant undoneAt,
            @Nullable Instant fileGoneAt) {

        Layout layout() {
            var layout = plan.layout();
            if (layout == null) {
                throw new IllegalStateException("import " + id + " without layout");
            }
            return layout;
        }
    }

    void insert(Stored stored) {
        sql.insertInto(IMPORT)
                .set(IMPORT.IMPORT_ID, stored.id().value())
                .set(IMPORT.FILE_NAME, stored.fileName())
                .set(IMPORT.FILE_BYTES, stored.fileBytes())
                .set(IMPORT.FILE_HASH, stored.fileHash())
                .set(IMPORT.STATE, stored.state().name())
                .set(IMPORT.KIND, stored.plan().kind().name())
                .set(IMPORT.LAYOUT, jsonb(stored.layout()))
                .set(IMPORT.MAPPING, jsonb(stored.plan().mapping()))
                .set(IMPORT.SETTINGS, jsonb(stored.plan().settings()))
                .set(IMPORT.ACTOR, stored.actor())
                .set(IMPORT.ACTOR_NAME, stored.actorName())
                .set(IMPORT.CREATED_AT, stored.createdAt().atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** The import, refused when unknown. */
    Stored get(ImportId id) {
        return known(
                id,
                sql.selectFrom(IMPORT).where(IMPORT.IMPORT_ID.eq(id.value())).fetchOne());
    }

    /** The import, locked until the transaction ends, so that steps follow one another. */
    Stored lock(ImportId id) {
        return known(
                id,
                sql.selectFrom(IMPORT)
                        .where(IMPORT.IMPORT_ID.eq(id.value()))
                        .forUpdate()
                        .fetchOne());
    }

    private Stored known(ImportId id, @Nullable ImportRecord row) {
        if (row == null) {
            throw Refusal.of(new UnknownImport(id.value()));
        }
        return stored(row);
    }

    /** A page of imports uploaded in a time, and one more if there is one. */
    List<Stored> list(ImportQuery query, @Nullable Instant from, @Nullable Instant before) {
        var after = Cursors.decode(query.cursor(), 2);
        Condition page = after.isEmpty()
                ? DSL.noCondition()
                : DSL.row(IMPORT.CREATED_AT, IMPORT.IMPORT_ID).lessThan(after.time(0), after.id(1));
        return sql.selectFrom(IMPORT)
                .where(page)
                .and(
                        query.state() == null
                                ? DSL.noCondition()
                                : IMPORT.STATE.eq(query.state().name()))
                .and(
                        query.kind() == null
                                ? DSL.noCondition()
                                : IMPORT.KIND.eq(query.kind().name()))
                .and(query.source() == null ? DSL.noCondition() : SOURCE.eq(query.source()))
                .and(query.by() == null ? DSL.noCondition() : IMPORT.ACTOR_NAME.containsIgnoreCase(query.by()))
                .and(from == null ? DSL.noCondition() : IMPORT.CREATED_AT.ge(from.atOffset(ZoneOffset.UTC)))
                .and(before == null ? DSL.noCondition() : IMPORT.CREATED_AT.lt(before.atOffset(ZoneOffset.UTC)))
                .orderBy(IMPORT.CREATED_AT.desc(), IMPORT.IMPORT_ID.desc())
                .limit(query.size() + 1)
                .fetch(this::stored);
    }

    /** The business systems that imports came from. */
    List<String> sources() {
        return sql.selectDistinct(SOURCE)
                .from(IMPORT)
                .where(SOURCE.isNotNull())
                .and(SOURCE.ne(""))
                .orderBy(SOURCE)
                .limit(MOST_SOURCES)
                .fetch(SOURCE);
    }

    /** Imports uploaded before the instant whose files are still kept. */
    List<ImportId> keptSince(Instant before) {
        return sql.select(IMPORT.IMPORT_ID)
                .from(IMPORT)
                .where(IMPORT.CREATED_AT.lt(before.atOffset(ZoneOffset.UTC)))
                .and(IMPORT.FILE_GONE_AT.isNull())
                .and(IMPORT.STATE.notIn("CHECKING", "IMPORTING", "UNDOING"))
                .limit(1000)
                .fetch(row -> ImportId.of(row.value1()));
    }

    void prepared(ImportId id, PrepareImport plan) {
        sql.update(IMPORT)
                .set(IMPORT.KIND, plan.kind().name())
                .set(IMPORT.LAYOUT, jsonb(plan.layout()))
                .set(IMPORT.MAPPING, jsonb(plan.mapping()))
                .set(IMPORT.SETTINGS, jsonb(plan.settings()))
                .set(IMPORT.STATE, ImportState.READY.name())
                .set(IMPORT.REVISION, IMPORT.REVISION.plus(1))
                .setNull(IMPORT.CHECK_REPORT)
                .setNull(IMPORT.JOB_ID)
                .where(IMPORT.IMPORT_ID.eq(id.value()))
                .execute();
    }

    void working(ImportId id, ImportState state, UUID job) {
        sql.update(IMPORT)
                .set(IMPORT.STATE, state.name())
                .set(IMPORT.JOB_ID, job)
                .where(IMPORT.IMPORT_ID.eq(id.value()))
                .execute();
    }

    void checked(ImportId id, Tally tally) {
        sql.update(IMPORT)
                .set(IMPORT.STATE, ImportState.CHECKED.name())
                .set(IMPORT.CHECK_REPORT, jsonb(tally))
                .where(IMPORT.IMPORT_ID.eq(id.value()))
                .execute();
    }

    void imported(ImportId id, Tally tally, Instant now) {
        sql.update(IMPORT)
                .set(IMPORT.STATE, ImportState.IMPORTED.name())
                .set(IMPORT.REPORT, jsonb(tally))
                .set(IMPORT.FINISHED_AT, now.atOffset(ZoneOffset.UTC))
                .where(IMPORT.IMPORT_ID.eq(id.value()))
                .execute();
    }

    /** Who asked to undo an import, and why. */
    record Undo(String actor, String reason) {}

    void undoAsked(ImportId id, Undo undo) {
        sql.update(IMPORT)
                .set(IMPORT.UNDO_ACTOR, undo.actor())
                .set(IMPORT.UNDO_REASON, undo.reason())
                .where(IMPORT.IMPORT_ID.eq(id.value()))
                .execute();
    }

    /** By whom and why the import was undone; null when it was not, or before that was noted here. */
    @Nullable
    Undo undo(ImportId id) {
        return sql.select(IMPORT.UNDO_ACTOR, IMPORT.UNDO_REASON)
                .from(IMPORT)
                .where(IMPORT.IMPORT_ID.eq(id.value()))
                .and(IMPORT.UNDO_ACTOR.isNotNull())
                .fetchOne(row -> new Undo(row.value1(), row.value2()));
    }

    void undone(ImportId id, Instant now) {
        sql.update(IMPORT)
                .set(IMPORT.STATE, ImportState.UNDONE.name())
                .set(IMPORT.UNDONE_AT, now.atOffset(ZoneOffset.UTC))
                .where(IMPORT.IMPORT_ID.eq(id.value()))
                .execute();
    }

    void fileGone(ImportId id, Instant now) {
        sql.update(IMPORT)
                .set(IMPORT.FILE_GONE_AT, now.atOffset(ZoneOffset.UTC))
                .where(IMPORT.IMPORT_ID.eq(id.value()))
                .execute();
    }

    private JSONB jsonb(@Nullable Object value) {
        return JSONB.valueOf(json.writeValueAsString(value));
    }

    private Stored stored(ImportRecord r) {
        return new Stored(
                ImportId.of(r.getImportId()),
                r.getFileName(),
                r.getFileBytes(),
                r.getFileHash(),
                ImportState.valueOf(r.getState()),
                new PrepareImport(
                        ImportKind.valueOf(r.getKind()),
                        json.readValue(r.getLayout().data(), Layout.class),
                        json.readValue(r.getMapping().data(), Mapping.class),
                        json.readValue(r.getSettings().data(), ImportSettings.class)),
                r.getRevision(),
                r.getJobId(),
                tally(r.getCheckReport()),
                tally(r.getReport()),
                r.getActor(),
                r.getActorName(),
                r.getCreatedAt().toInstant(),
                instant(r.getFinishedAt()),
                instant(r.getUndoneAt()),
                instant(r.getFileGoneAt()));
    }

    private @Nullable Tally tally(@Nullable JSONB value) {
        return value == null ? null : json.readValue(value.data(), Tally.class);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
