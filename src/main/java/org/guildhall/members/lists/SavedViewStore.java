package org.guildhall.members.lists;

import static org.guildhall.jooq.members.Tables.SAVED_VIEW;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.guildhall.jooq.members.tables.records.SavedViewRecord;
import org.guildhall.members.MemberQuery;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The lists that staff keep. */
@Component
class SavedViewStore {

    private final DSLContext sql;
    private final JsonMapper json;

    SavedViewStore(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    List<SavedView> visible(String owner) {
        return sql.selectFrom(SAVED_VIEW)
                .where(SAVED_VIEW.OWNER.eq(owner).or(SAVED_VIEW.SHARED))
                .orderBy(SAVED_VIEW.CREATED_AT, SAVED_VIEW.VIEW_ID)
                .fetch(row -> view(row, owner));
    }

    @Nullable
    SavedView find(UUID id, String owner) {
        return sql.selectFrom(SAVED_VIEW)
                .where(SAVED_VIEW.VIEW_ID.eq(id))
                .and(SAVED_VIEW.OWNER.eq(owner).or(SAVED_VIEW.SHARED))
                .fetchOne(row -> view(row, owner));
    }

    private SavedView view(SavedViewRecord row, String reader) {
        return new SavedView(
                row.getViewId(),
                row.getName(),
                row.getShared(),
                row.getOwner().equals(reader),
                json.readValue(row.getQuery().data(), MemberQuery.class),
                row.getVersion());
    }

    /** Stores a view; false if the owner has another of that name. */
    boolean insert(UUID id, String owner, SaveView view, Instant now) {
        return sql.insertInto(SAVED_VIEW)
                        .set(SAVED_VIEW.VIEW_ID, id)
                        .set(SAVED_VIEW.OWNER, owner)
                        .set(SAVED_VIEW.NAME, view.name())
                        .set(SAVED_VIEW.SHARED, view.shared())
                        .set(SAVED_VIEW.QUERY, JSONB.jsonb(json.writeValueAsString(view.query())))
                        .set(SAVED_VIEW.VERSION, 1)
                        .set(SAVED_VIEW.CREATED_AT, now.atOffset(ZoneOffset.UTC))
                        .onConflictDoNothing()
                        .execute()
                > 0;
    }

    /** Changes a view; false if the owner has another of that name. */
    boolean update(UUID id, SaveView view) {
        try {
            sql.update(SAVED_VIEW)
                    .set(SAVED_VIEW.NAME, view.name())
                    .set(SAVED_VIEW.SHARED, view.shared())
                    .set(SAVED_VIEW.QUERY, JSONB.jsonb(json.writeValueAsString(view.query())))
                    .set(SAVED_VIEW.VERSION, SAVED_VIEW.VERSION.plus(1))
                    .where(SAVED_VIEW.VIEW_ID.eq(id))
                    .execute();
            return true;
        } catch (IntegrityConstraintViolationException taken) {
            return false;
        }
    }

    void delete(UUID id) {
        sql.deleteFrom(SAVED_VIEW).where(SAVED_VIEW.VIEW_ID.eq(id)).execute();
    }
}
