package org.guildhall.members.attributes;

import static org.guildhall.jooq.members.Tables.TAG;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The tags there are. */
@Component
class TagStore {

    private final DSLContext sql;

    TagStore(DSLContext sql) {
        this.sql = sql;
    }

    List<Tag> all() {
        return sql.select(TAG.TAG_, TAG.COLOUR, TAG.DESCRIPTION, TAG.RETIRED)
                .from(TAG)
                .orderBy(TAG.TAG_)
                .fetch(r -> new Tag(r.value1(), r.value2(), r.value3(), r.value4()));
    }

    void save(Tag tag, Instant now) {
        sql.insertInto(TAG)
                .set(TAG.TAG_, tag.tag())
                .set(TAG.COLOUR, tag.colour())
                .set(TAG.DESCRIPTION, tag.description())
                .set(TAG.RETIRED, tag.retired())
                .set(TAG.CREATED_AT, now.atOffset(ZoneOffset.UTC))
                .onConflict(TAG.TAG_)
                .doUpdate()
                .set(TAG.COLOUR, tag.colour())
                .set(TAG.DESCRIPTION, tag.description())
                .set(TAG.RETIRED, tag.retired())
                .execute();
    }
}
