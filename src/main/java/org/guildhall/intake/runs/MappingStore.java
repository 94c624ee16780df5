package org.guildhall.intake.runs;

import static org.guildhall.jooq.intake.Tables.SAVED_MAPPING;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.guildhall.intake.ImportKind;
import org.guildhall.intake.ImportSettings;
import org.guildhall.intake.IntakeRefusal.MappingNameTaken;
import org.guildhall.intake.IntakeRefusal.UnknownMapping;
import org.guildhall.intake.Mapping;
import org.guildhall.intake.SavedMapping;
import org.guildhall.intake.SavedMapping.SaveMapping;
import org.guildhall.jooq.intake.tables.records.SavedMappingRecord;
import org.guildhall.kernel.Refusal;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The saved mappings. */
@Component
class MappingStore {

    private final DSLContext sql;
    private final JsonMapper json;

    MappingStore(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    List<SavedMapping> list() {
        return sql.selectFrom(SAVED_MAPPING)
                .orderBy(SAVED_MAPPING.NAME)
                .limit(1000)
                .fetch(this::saved);
    }

    /** Inserts or replaces; a name that another one has is refused. */
    SavedMapping put(UUID id, SaveMapping content, String actor, Instant now) {
        try {
            return saved(sql.insertInto(SAVED_MAPPING)
                    .set(row(content, actor, now))
                    .set(SAVED_MAPPING.MAPPING_ID, id)
                    .onConflict(SAVED_MAPPING.MAPPING_ID)
                    .doUpdate()
                    .set(row(content, actor, now))
                    .returning()
                    .fetchSingle());
        } catch (DuplicateKeyException e) {
            throw Refusal.of(new MappingNameTaken(content.name()));
        }
    }

    /** Refuses unless there is one of this id. */
    void require(UUID id) {
        if (!sql.fetchExists(SAVED_MAPPING, SAVED_MAPPING.MAPPING_ID.eq(id))) {
            throw Refusal.of(new UnknownMapping(id));
        }
    }

    void delete(UUID id) {
        sql.deleteFrom(SAVED_MAPPING).where(SAVED_MAPPING.MAPPING_ID.eq(id)).execute();
    }

    private SavedMappingRecord row(SaveMapping content, String actor, Instant now) {
        var row = new SavedMappingRecord();
        row.setName(content.name().strip());
        row.setKind(content.kind().name());
        row.setMapping(JSONB.valueOf(json.writeValueAsString(content.mapping())));
        row.setSettings(JSONB.valueOf(json.writeValueAsString(content.settings())));
        row.setActor(actor);
        row.setSavedAt(now.atOffset(ZoneOffset.UTC));
        return row;
    }

    private SavedMapping saved(SavedMappingRecord row) {
        return new SavedMapping(
                row.getMappingId(),
                new SaveMapping(
                        row.getName(),
                        ImportKind.valueOf(row.getKind()),
                        json.readValue(row.getMapping().data(), Mapping.class),
                        json.readValue(row.getSettings().data(), ImportSettings.class)),
                row.getSavedAt().toInstant());
    }
}
