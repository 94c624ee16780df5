package org.guildhall.members.attributes;

import static org.guildhall.jooq.members.Tables.ATTRIBUTE;
import static org.guildhall.jooq.members.Tables.MEMBER;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guildhall.jooq.members.tables.records.AttributeRecord;
import org.guildhall.members.AttributeDefinition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The custom attributes defined. */
@Component
public class AttributeStore {

    private static final TypeReference<Map<String, String>> LABEL = new TypeReference<>() {};

    private final DSLContext sql;
    private final JsonMapper json;

    AttributeStore(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** All definitions by code, in the order of the screen. */
    public Map<String, AttributeDefinition> all() {
        var definitions = new LinkedHashMap<String, AttributeDefinition>();
        sql.selectFrom(ATTRIBUTE)
                .orderBy(ATTRIBUTE.POSITION, ATTRIBUTE.CODE)
                .forEach(row -> definitions.put(row.getCode(), definition(row)));
        return definitions;
    }

    private AttributeDefinition definition(AttributeRecord row) {
        return new AttributeDefinition(
                row.getCode(),
                AttributeDefinition.Type.valueOf(row.getType()),
                json.readValue(row.getLabel().data(), LABEL),
                List.copyOf(Arrays.asList(row.getChoices())),
                row.getMinimum(),
                row.getMaximum(),
                row.getPersonal(),
                row.getPosition(),
                row.getRetired(),
                row.getVersion());
    }

    /** The definition as it is until this transaction ends; null if there is none. */
    @Nullable
    AttributeDefinition locked(String code) {
        return sql.selectFrom(ATTRIBUTE)
                .where(ATTRIBUTE.CODE.eq(code))
                .forUpdate()
                .fetchOne(this::definition);
    }

    /** Whether any member, erased ones aside, has a value of it. */
    boolean isKnownOfAnybody(String code) {
        return sql.fetchExists(MEMBER, DSL.condition("jsonb_exists({0}, {1})", MEMBER.ATTRIBUTES, DSL.val(code)));
    }

    /** Adds it; false if somebody else added it meanwhile. */
    boolean add(AttributeDefinition definition) {
        return sql.insertInto(ATTRIBUTE)
                        .set(row(definition))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** Changes the one that is locked. */
    void change(AttributeDefinition definition) {
        row(definition).update();
    }

    private AttributeRecord row(AttributeDefinition definition) {
        var row = sql.newRecord(ATTRIBUTE);
        row.setCode(definition.code());
        row.setType(definition.type().name());
        row.setLabel(JSONB.jsonb(json.writeValueAsString(definition.label())));
        row.setChoices(definition.choices().toArray(String[]::new));
        row.setMinimum(definition.minimum());
        row.setMaximum(definition.maximum());
        row.setPersonal(definition.personal());
        row.setPosition(definition.position());
        row.setRetired(definition.retired());
        row.setVersion(definition.version());
        return row;
    }
}
