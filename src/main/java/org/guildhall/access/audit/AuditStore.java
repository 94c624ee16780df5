package org.guildhall.access.audit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.guildhall.access.AuditEntry;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.UnitId;
import org.guildhall.platform.FixedStatement;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Appends audit rows, however many, with one statement over arrays. */
@Component
class AuditStore {

    private static final FixedStatement INSERT = FixedStatement.of("""
            insert into access.audit
                  (at, actor, actor_name, request_id, act, subject_kind, subject_id, member_id, unit_id, facts)
            select ?, t.actor, t.name, t.request, t.act, t.kind, t.id, t.member, t.unit, t.facts::jsonb
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?) as t(actor, name, request, act, kind, id, member, unit, facts)
            """);

    private final DSLContext db;
    private final JsonMapper json;

    AuditStore(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** Appends entries that say who did them. */
    void insert(List<AuditEntry> entries, Instant at) {
        int n = entries.size();
        var columns = new Columns(n);
        for (int i = 0; i < n; i++) {
            var entry = entries.get(i);
            var actor = Objects.requireNonNull(entry.by());
            columns.actor[i] = actor.reference();
            // A member's reference says enough; the trail gives them no name besides.
            columns.name[i] = actor instanceof Actor.Self ? "" : actor.name();
            columns.request[i] = entry.requestId();
            columns.act[i] = entry.act();
            columns.kind[i] = entry.subjectKind();
            columns.id[i] = entry.subjectId();
            columns.member[i] = idOf(entry.member());
            columns.unit[i] = idOf(entry.unit());
            columns.facts[i] = entry.facts().isEmpty() ? "{}" : json.writeValueAsString(entry.facts());
        }
        INSERT.execute(
                db,
                OffsetDateTime.ofInstant(at, ZoneOffset.UTC),
                columns.actor,
                columns.name,
                columns.request,
                columns.act,
                columns.kind,
                columns.id,
                columns.member,
                columns.unit,
                columns.facts);
    }

    private static @Nullable UUID idOf(@Nullable MemberId id) {
        return id == null ? null : id.value();
    }

    private static @Nullable UUID idOf(@Nullable UnitId id) {
        return id == null ? null : id.value();
    }

    private static final class Columns {
        final String[] actor;
        final String[] name;
        final @Nullable String[] request;
        final String[] act;
        final String[] kind;
        final String[] id;
        final @Nullable UUID[] member;
        final @Nullable UUID[] unit;
        final String[] facts;

        Columns(int n) {
            actor = new String[n];
            name = new String[n];
            request = new String[n];
            act = new String[n];
            kind = new String[n];
            id = new String[n];
            member = new UUID[n];
            unit = new UUID[n];
            facts = new String[n];
        }
    }
}
