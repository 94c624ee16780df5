package org.guildhall.access.organisation;

import static org.guildhall.jooq.access.Tables.APPOINTMENT;
import static org.guildhall.jooq.access.Tables.ORGANISATION_LOCK;
import static org.guildhall.jooq.access.Tables.POST;
import static org.guildhall.jooq.access.Tables.POST_GRANT;
import static org.guildhall.jooq.access.Tables.STAFF;
import static org.guildhall.jooq.access.Tables.UNIT_VERSION;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guildhall.access.Grant;
import org.guildhall.access.Permission;
import org.guildhall.access.PostId;
import org.guildhall.access.PostPowers;
import org.guildhall.access.ScopeLevel;
import org.guildhall.access.Unit;
import org.guildhall.access.UnitKind;
import org.guildhall.access.organisation.OrganisationFacts.Held;
import org.guildhall.access.organisation.OrganisationFacts.PostFacts;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.StaffId;
import org.guildhall.kernel.UnitId;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads the facts from which powers follow, and appends states of units. */
@Component
class OrganisationStore {

    private final DSLContext db;
    private final JsonMapper json;

    OrganisationStore(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** Lets one transaction at a time change the organisation. */
    void lock() {
        db.selectOne().from(ORGANISATION_LOCK).forUpdate().fetch();
    }

    OrganisationFacts load() {
        return new OrganisationFacts(units(), posts(), held(), people());
    }

    void append(Unit unit, Instant at, Actor by) {
        db.insertInto(UNIT_VERSION)
                .set(UNIT_VERSION.UNIT_ID, unit.id().value())
                .set(UNIT_VERSION.VERSION, unit.version())
                .set(UNIT_VERSION.EFFECTIVE_FROM, unit.effectiveFrom())
                .set(UNIT_VERSION.KIND, unit.kind().code())
                .set(UNIT_VERSION.CODE, unit.code())
                .set(UNIT_VERSION.NAME, unit.name())
                .set(
                        UNIT_VERSION.PARENT_ID,
                        unit.parent() == null ? null : unit.parent().value())
                .set(UNIT_VERSION.OPEN, unit.open())
                .set(UNIT_VERSION.RECORDED_AT, OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .set(UNIT_VERSION.RECORDED_BY, by.reference())
                .execute();
    }

    private List<Unit> units() {
        return db.selectFrom(UNIT_VERSION)
                .orderBy(UNIT_VERSION.UNIT_ID, UNIT_VERSION.VERSION)
                .fetch(row -> new Unit(
                        UnitId.of(row.getUnitId()),
                        UnitKind.of(row.getKind()),
                        row.getCode(),
                        row.getName(),
                        row.getParentId() == null ? null : UnitId.of(row.getParentId()),
                        row.getOpen(),
                        row.getVersion(),
                        row.getEffectiveFrom()));
    }

    private Map<PostId, PostFacts> posts() {
        var grants = new HashMap<PostId, List<Grant>>();
        db.selectFrom(POST_GRANT)
                .forEach(row -> grants.computeIfAbsent(PostId.of(row.getPostId()), id -> new ArrayList<>())
                        .add(new Grant(Permission.of(row.getPermission()), ScopeLevel.of(row.getScope()))));
        var posts = new HashMap<PostId, PostFacts>();
        db.select(POST.POST_ID, POST.POWERS).from(POST).forEach(row -> {
            var id = PostId.of(row.value1());
            var powers = json.readValue(row.value2().data(), PostPowers.class);
            posts.put(id, new PostFacts(grants.getOrDefault(id, List.of()), powers));
        });
        return posts;
    }

    private List<Held> held() {
        return db.select(
                        APPOINTMENT.STAFF_ID,
                        APPOINTMENT.POST_ID,
                        APPOINTMENT.UNIT_ID,
                        APPOINTMENT.FROM_DATE,
                        DSL.least(APPOINTMENT.UNTIL_DATE, STAFF.LEFT_ON))
                .from(APPOINTMENT)
                .join(STAFF)
                .on(STAFF.STAFF_ID.eq(APPOINTMENT.STAFF_ID))
                .fetch(row -> new Held(
                        StaffId.of(row.value1()),
                        PostId.of(row.value2()),
                        UnitId.of(row.value3()),
                        row.value4(),
                        row.value5()));
    }

    private Set<StaffId> people() {
        return new HashSet<>(db.select(STAFF.STAFF_ID).from(STAFF).fetch(row -> StaffId.of(row.value1())));
    }
}
