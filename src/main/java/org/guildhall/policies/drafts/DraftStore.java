package org.guildhall.policies.drafts;

import static org.guildhall.jooq.policies.Tables.DRAFT;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guildhall.jooq.policies.tables.records.DraftRecord;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The drafts, one for each kind at most. */
@Component
class DraftStore {

    private final DSLContext db;
    private final JsonMapper json;

    DraftStore(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** A draft as stored. */
    record Stored(
            UUID id,
            String kind,
            JsonNode body,
            int revision,
            int basedOn,
            Instant createdAt,
            String editedBy,
            String editorName,
            Instant editedAt) {}

    Optional<Stored> find(String kind) {
        return db.selectFrom(DRAFT).where(DRAFT.KIND.eq(kind)).fetchOptional(this::stored);
    }

    /** The draft, held until the transaction ends so that nobody saves or publishes it meanwhile. */
    Optional<Stored> hold(String kind) {
        return db.selectFrom(DRAFT).where(DRAFT.KIND.eq(kind)).forUpdate().fetchOptional(this::stored);
    }

    List<Stored> all() {
        return db.selectFrom(DRAFT).fetch(this::stored);
    }

    /** Adds the draft; false if somebody else began one meanwhile. */
    boolean insert(Stored draft) {
        return db.insertInto(DRAFT)
                        .set(DRAFT.DRAFT_ID, draft.id())
                        .set(DRAFT.KIND, draft.kind())
                        .set(DRAFT.BODY, JSONB.valueOf(json.writeValueAsString(draft.body())))
                        .set(DRAFT.REVISION, draft.revision())
                        .set(DRAFT.BASED_ON, draft.basedOn())
                        .set(DRAFT.CREATED_AT, at(draft.createdAt()))
                        .set(DRAFT.EDITED_BY, draft.editedBy())
                        .set(DRAFT.EDITED_BY_NAME, draft.editorName())
                        .set(DRAFT.EDITED_AT, at(draft.editedAt()))
                        .onConflict(DRAFT.KIND)
                        .doNothing()
                        .execute()
                == 1;
    }

    void update(Stored draft) {
        db.update(DRAFT)
                .set(DRAFT.BODY, JSONB.valueOf(json.writeValueAsString(draft.body())))
                .set(DRAFT.REVISION, draft.revision())
                .set(DRAFT.EDITED_BY, draft.editedBy())
                .set(DRAFT.EDITED_BY_NAME, draft.editorName())
                .set(DRAFT.EDITED_AT, at(draft.editedAt()))
                .where(DRAFT.DRAFT_ID.eq(draft.id()))
                .execute();
    }

    void delete(UUID id) {
        db.deleteFrom(DRAFT).where(DRAFT.DRAFT_ID.eq(id)).execute();
    }

    private Stored stored(DraftRecord row) {
        return new Stored(
                row.getDraftId(),
                row.getKind(),
                json.readTree(row.getBody().data()),
                row.getRevision(),
                row.getBasedOn(),
                row.getCreatedAt().toInstant(),
                row.getEditedBy(),
                row.getEditedByName(),
                row.getEditedAt().toInstant());
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
