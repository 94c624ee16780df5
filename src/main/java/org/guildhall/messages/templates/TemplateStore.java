package org.guildhall.messages.templates;

import static org.guildhall.jooq.messages.Tables.MESSAGE;
import static org.guildhall.jooq.messages.Tables.TEMPLATE;
import static org.guildhall.jooq.messages.Tables.TEMPLATE_VERSION;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guildhall.jooq.messages.tables.records.TemplateRecord;
import org.guildhall.jooq.messages.tables.records.TemplateVersionRecord;
import org.guildhall.messages.Channel;
import org.guildhall.messages.MessageState;
import org.guildhall.messages.PublishTemplate;
import org.guildhall.messages.Purpose;
import org.guildhall.messages.TemplateText;
import org.guildhall.messages.TemplateView;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps templates and their versions. */
@Component
class TemplateStore {

    private static final TypeReference<List<TemplateText>> TEXTS = new TypeReference<>() {};

    private final DSLContext sql;
    private final JsonMapper json;

    TemplateStore(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    List<TemplateView> all() {
        return views(noCondition());
    }

    Optional<TemplateView> find(String code) {
        return views(TEMPLATE.CODE.eq(code)).stream().findFirst();
    }

    private List<TemplateView> views(Condition condition) {
        var waiting = waiting();
        return sql.select(TEMPLATE, TEMPLATE_VERSION)
                .from(TEMPLATE)
                .join(TEMPLATE_VERSION)
                .on(TEMPLATE_VERSION.CODE.eq(TEMPLATE.CODE))
                .and(TEMPLATE_VERSION.VERSION.eq(TEMPLATE.CURRENT))
                .where(condition)
                .orderBy(TEMPLATE.CODE)
                .fetch(found -> view(found.value1(), found.value2(), waiting));
    }

    /** What planning needs of a template. */
    Optional<Current> current(String code) {
        return sql.select(TEMPLATE, TEMPLATE_VERSION)
                .from(TEMPLATE)
                .join(TEMPLATE_VERSION)
                .on(TEMPLATE_VERSION.CODE.eq(TEMPLATE.CODE))
                .and(TEMPLATE_VERSION.VERSION.eq(TEMPLATE.CURRENT))
                .where(TEMPLATE.CODE.eq(code))
                .fetchOptional(found -> new Current(
                        code,
                        found.value1().getReason(),
                        Purpose.of(found.value1().getPurpose()),
                        Channel.of(found.value1().getChannel()),
                        found.value1().getRetired(),
                        found.value1().getCurrent(),
                        texts(found.value2())));
    }

    List<TemplateView.Version> versions(String code) {
        return sql.selectFrom(TEMPLATE_VERSION)
                .where(TEMPLATE_VERSION.CODE.eq(code))
                .orderBy(TEMPLATE_VERSION.VERSION.desc())
                .fetch(this::version);
    }

    List<TemplateText> texts(String code, int version) {
        return sql.selectFrom(TEMPLATE_VERSION)
                .where(TEMPLATE_VERSION.CODE.eq(code))
                .and(TEMPLATE_VERSION.VERSION.eq(version))
                .fetchSingle(this::texts);
    }

    /** Adds a template's first version; false if the code is taken. */
    boolean insert(PublishTemplate command, Instant now, String actor) {
        boolean added = sql.insertInto(TEMPLATE)
                        .set(TEMPLATE.CODE, command.code())
                        .set(TEMPLATE.NAME, command.name())
                        .set(TEMPLATE.REASON, command.reason())
                        .set(TEMPLATE.PURPOSE, command.purpose().code())
                        .set(TEMPLATE.CHANNEL, command.channel().code())
                        .set(TEMPLATE.CURRENT, 1)
                        .set(TEMPLATE.CREATED_AT, now.atOffset(ZoneOffset.UTC))
                        .onConflictDoNothing()
                        .execute()
                == 1;
        if (added) {
            version(command, 1, now, actor);
        }
        return added;
    }

    /** Adds the next version; false if another was added meanwhile. */
    boolean follow(PublishTemplate command, Instant now, String actor) {
        int next = command.expectedVersion() + 1;
        boolean moved = sql.update(TEMPLATE)
                        .set(TEMPLATE.CURRENT, next)
                        .set(TEMPLATE.NAME, coalesce(val(command.name()), TEMPLATE.NAME))
                        .where(TEMPLATE.CODE.eq(command.code()))
                        .and(TEMPLATE.CURRENT.eq(command.expectedVersion()))
                        .execute()
                == 1;
        if (moved) {
            version(command, next, now, actor);
        }
        return moved;
    }

    boolean retire(String code, int version, boolean retired) {
        return sql.update(TEMPLATE)
                        .set(TEMPLATE.RETIRED, retired)
                        .where(TEMPLATE.CODE.eq(code))
                        .and(TEMPLATE.CURRENT.eq(version))
                        .execute()
                == 1;
    }

    private void version(PublishTemplate command, int number, Instant now, String actor) {
        sql.insertInto(TEMPLATE_VERSION)
                .set(TEMPLATE_VERSION.CODE, command.code())
                .set(TEMPLATE_VERSION.VERSION, number)
                .set(TEMPLATE_VERSION.TEXTS, JSONB.valueOf(json.writeValueAsString(command.texts())))
                .set(TEMPLATE_VERSION.NOTE, command.note())
                .set(TEMPLATE_VERSION.PUBLISHED_AT, now.atOffset(ZoneOffset.UTC))
                .set(TEMPLATE_VERSION.PUBLISHED_BY, actor)
                .execute();
    }

    private TemplateView view(TemplateRecord row, TemplateVersionRecord current, Map<String, Integer> waiting) {
        return new TemplateView(
                row.getCode(),
                row.getName(),
                row.getReason(),
                Purpose.of(row.getPurpose()),
                Channel.of(row.getChannel()),
                row.getRetired(),
                version(current),
                waiting.getOrDefault(row.getCode(), 0));
    }

    private TemplateView.Version version(TemplateVersionRecord row) {
        return new TemplateView.Version(
                row.getVersion(),
                texts(row),
                row.getNote(),
                row.getPublishedAt().toInstant(),
                row.getPublishedBy());
    }

    private List<TemplateText> texts(TemplateVersionRecord row) {
        return json.readValue(row.getTexts().data(), TEXTS);
    }

    /** How many messages of each template wait. */
    private Map<String, Integer> waiting() {
        return sql.select(MESSAGE.TEMPLATE, count())
                .from(MESSAGE)
                .where(MESSAGE.STATE.eq(MessageState.PLANNED.code()))
                .groupBy(MESSAGE.TEMPLATE)
                .fetchMap(row -> row.value1(), row -> row.value2());
    }
}
