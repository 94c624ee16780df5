package org.guildhall.intake.runs;

import static java.time.ZoneOffset.UTC;
import static org.guildhall.jooq.intake.Tables.IMPORT;

import java.time.OffsetDateTime;
import java.util.List;
import org.guildhall.intake.EarlierImports;
import org.guildhall.intake.ImportId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Earlier imports of the same file, and of files of the same make. */
@Component
class EarlierStore {

    private static final List<String> IN_THE_HOUSE = List.of("IMPORTING", "IMPORTED");
    private static final Field<OffsetDateTime> AT = DSL.coalesce(IMPORT.FINISHED_AT, IMPORT.CREATED_AT);
    private static final Field<String> SOURCE = DSL.jsonbGetAttributeAsText(IMPORT.SETTINGS, "source");

    private final DSLContext sql;

    EarlierStore(DSLContext sql) {
        this.sql = sql;
    }

    /** The import of the same content whose decisions are to be proposed again, or null. */
    @Nullable
    ImportId decidedForFile(String hash) {
        return decided(IMPORT.FILE_HASH.eq(hash));
    }

    /** The import of a file with the same columns whose decisions are to be proposed again, or null. */
    @Nullable
    ImportId decidedForColumns(String hash) {
        return decided(IMPORT.COLUMNS_HASH.eq(hash));
    }

    /** What was imported counts before what was only tried. */
    private @Nullable ImportId decided(Condition alike) {
        return sql.select(IMPORT.IMPORT_ID)
                .from(IMPORT)
                .where(alike)
                .and(IMPORT.STATE.ne("UPLOADED"))
                .orderBy(DSL.field(IMPORT.STATE.in(IN_THE_HOUSE)).desc(), IMPORT.CREATED_AT.desc())
                .limit(1)
                .fetchOne(row -> ImportId.of(row.value1()));
    }

    void keepColumns(ImportId id, @Nullable String hash) {
        sql.update(IMPORT)
                .set(IMPORT.COLUMNS_HASH, hash)
                .where(IMPORT.IMPORT_ID.eq(id.value()))
                .execute();
    }

    /** Other imports of the same file, made no later than this one, whose content the house holds, or null. */
    @Nullable
    EarlierImports of(ImportStore.Stored stored) {
        var found = sql.select(IMPORT.IMPORT_ID, AT, SOURCE)
                .from(IMPORT)
                .where(IMPORT.FILE_HASH.eq(stored.fileHash()))
                .and(IMPORT.IMPORT_ID.ne(stored.id().value()))
                .and(IMPORT.CREATED_AT.le(stored.createdAt().atOffset(UTC)))
                .and(IMPORT.STATE.in(IN_THE_HOUSE))
                .orderBy(AT.desc())
                .fetch();
        if (found.isEmpty()) {
            return null;
        }
        var last = found.getFirst();
        var sources = found.stream().map(row -> row.value3()).distinct().toList();
        return new EarlierImports(ImportId.of(last.value1()), last.value2().toInstant(), sources, found.size());
    }
}
