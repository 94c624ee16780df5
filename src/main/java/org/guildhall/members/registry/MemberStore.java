package org.guildhall.members.registry;

import static org.guildhall.jooq.members.Tables.MEMBER;
import static org.guildhall.jooq.members.Tables.MEMBER_TAG;
import static org.guildhall.jooq.members.Tables.TAG;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.guildhall.jooq.members.tables.records.MemberRecord;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.StaffId;
import org.guildhall.kernel.UnitId;
import org.guildhall.members.MemberFacts;
import org.guildhall.members.MemberField;
import org.guildhall.members.MemberKind;
import org.guildhall.members.MemberProfile;
import org.guildhall.members.MemberStatus;
import org.guildhall.platform.CopyWriter;
import org.guildhall.platform.FixedStatement;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Component;

/** The members as they are now. */
@Component
public class MemberStore {

    private static final String COLUMNS =
            MemberRows.columns().stream().map(Field::getName).collect(Collectors.joining(", "));

    private static final FixedStatement FACTS = FixedStatement.of("""
            select member_id, status, joined_on, birth_calendar, birth_year, birth_month, birth_day, birth_leap, home_unit,
                   erased_at is not null, name is not null and document_kind is not null, kind
            from members.member
            where member_id = any(?)
            """);

    private final DSLContext sql;
    private final MemberRows rows;

    MemberStore(DSLContext sql, MemberRows rows) {
        this.sql = sql;
        this.rows = rows;
    }

    /** The next numbers to generate member numbers from. */
    List<Long> nextNumbers(int howMany) {
        return sql.select(field("nextval('members.number_seq')", Long.class))
                .from("generate_series(1, {0})", val(howMany))
                .fetch(r -> r.value1());
    }

    void insert(Collection<MemberState> states) {
        CopyWriter.copy(sql, "members.member (" + COLUMNS + ")", out -> {
            for (var state : states) {
                var row = rows.row(state);
                for (var column : MemberRows.columns()) {
                    if (row.get(column) instanceof byte[] bytes) {
                        out.add(bytes);
                    } else {
                        out.add(row.get(column));
                    }
                }
                out.endRow();
            }
        });
        var tagged = new LinkedHashMap<MemberId, Set<String>>();
        states.stream().filter(s -> !s.tags().isEmpty()).forEach(s -> tagged.put(s.id(), s.tags()));
        addTags(tagged);
    }

    /** Writes changed states over the rows; the caller holds the locks. */
    void update(Collection<MemberState> states) {
        sql.batchUpdate(states.stream().map(this::changedRow).toList()).execute();
    }

    private MemberRecord changedRow(MemberState state) {
        var row = rows.row(state);
        row.touched(MEMBER.MEMBER_ID, false);
        return row;
    }

    void addTags(Map<MemberId, Set<String>> tags) {
        if (tags.isEmpty()) {
            return;
        }
        CopyWriter.copy(
                sql,
                "members.member_tag (member_id, tag)",
                out -> tags.forEach((member, worn) -> {
                    for (var tag : worn) {
                        out.add(member.value()).add(tag).endRow();
                    }
                }));
    }

    void removeTag(Collection<MemberId> members, String tag) {
        sql.deleteFrom(MEMBER_TAG)
                .where(MEMBER_TAG.TAG.eq(tag))
                .and(MEMBER_TAG.MEMBER_ID.eq(org.jooq.impl.DSL.any(uuids(members))))
                .execute();
    }

    void ensureTags(Set<String> tags, Instant now) {
        for (var tag : new TreeSet<>(tags)) {
            sql.insertInto(TAG, TAG.TAG_, TAG.CREATED_AT)
                    .values(tag, MemberRows.time(now))
                    .onConflictDoNothing()
                    .execute();
        }
    }

    /** The members, locked in order of their ids until the transaction ends. */
    Map<MemberId, MemberState> lock(Collection<MemberId> ids) {
        return states(sql.selectFrom(MEMBER)
                .where(MEMBER.MEMBER_ID.eq(org.jooq.impl.DSL.any(uuids(ids))))
                .orderBy(MEMBER.MEMBER_ID)
                .forUpdate()
                .fetch());
    }

    /** The members as they are. */
    public Map<MemberId, MemberState> find(Collection<MemberId> ids) {
        return states(sql.selectFrom(MEMBER)
                .where(MEMBER.MEMBER_ID.eq(org.jooq.impl.DSL.any(uuids(ids))))
                .fetch());
    }

    private Map<MemberId, MemberState> states(List<MemberRecord> found) {
        var tags = tags(found.stream().map(MemberRecord::getMemberId).toArray(UUID[]::new));
        var states = new HashMap<MemberId, MemberState>();
        for (var row : found) {
            var state = rows.state(row, tags.getOrDefault(row.getMemberId(), Set.of()));
            states.put(state.id(), state);
        }
        return states;
    }

    private Map<UUID, Set<String>> tags(UUID[] ids) {
        return sql.select(MEMBER_TAG.MEMBER_ID, MEMBER_TAG.TAG)
                .from(MEMBER_TAG)
                .where(MEMBER_TAG.MEMBER_ID.eq(org.jooq.impl.DSL.any(ids)))
                .collect(Collectors.groupingBy(
                        r -> r.value1(), Collectors.mapping(r -> r.value2(), Collectors.toCollection(TreeSet::new))));
    }

    Map<MemberId, MemberFacts> facts(Collection<MemberId> ids) {
        var facts = new HashMap<MemberId, MemberFacts>();
        FACTS.list(sql, MemberStore::facts, (Object) uuids(ids)).forEach(one -> facts.put(one.id(), one));
        return facts;
    }

    /** Which personal values are there. */
    Map<MemberId, Set<MemberField>> known(Collection<MemberId> ids) {
        var known = new HashMap<MemberId, Set<MemberField>>();
        find(ids).forEach((id, state) -> known.put(id, state.known()));
        return known;
    }

    private static MemberFacts facts(ResultSet row) throws SQLException {
        var home = row.getObject(9, UUID.class);
        return new MemberFacts(
                MemberId.of(row.getObject(1, UUID.class)),
                MemberKind.valueOf(row.getString(12)),
                MemberStatus.valueOf(row.getString(2)),
                row.getObject(3, LocalDate.class),
                MemberRows.birthday(
                        row.getString(4),
                        row.getObject(5, Integer.class),
                        row.getObject(6, Integer.class),
                        row.getObject(7, Integer.class),
                        row.getObject(8, Boolean.class)),
                home == null ? null : UnitId.of(home),
                row.getBoolean(10),
                row.getBoolean(11));
    }

    /** Who is responsible for a member: all that a question of scope needs. */
    public record Whereabouts(
            org.guildhall.kernel.@org.jspecify.annotations.Nullable UnitId homeUnit,
            @org.jspecify.annotations.Nullable StaffId adviser) {}

    /** Home store and adviser, or null for an unknown or annulled member. */
    public @org.jspecify.annotations.Nullable Whereabouts whereabouts(MemberId id) {
        return sql.select(MEMBER.HOME_UNIT, MEMBER.ADVISER)
                .from(MEMBER)
                .where(MEMBER.MEMBER_ID.eq(id.value()))
                .and(MEMBER.ANNULLED.isFalse())
                .fetchOne(r -> new Whereabouts(
                        r.value1() == null ? null : UnitId.of(r.value1()),
                        r.value2() == null ? null : StaffId.of(r.value2())));
    }

    /** Members of the same name and birthday; at most ten. */
    List<MemberId> namesakes(MemberProfile profile) {
        var birthday = profile.birthday();
        if (profile.name() == null || birthday == null) {
            return List.of();
        }
        return sql.select(MEMBER.MEMBER_ID)
                .from(MEMBER)
                .where(MEMBER.NAME_KEY.eq(org.guildhall.members.names.NameKeys.key(profile.name())))
                .and(MEMBER.NAME_KEY.ne(org.jooq.impl.DSL.inline("")))
                .and(MEMBER.ANNULLED.isFalse())
                .and(MEMBER.BIRTH_MONTH.eq(birthday.month()))
                .and(MEMBER.BIRTH_DAY.eq(birthday.day()))
                .and(MEMBER.BIRTH_CALENDAR.eq(birthday.calendar().name()))
                .limit(10)
                .fetch(r -> MemberId.of(r.value1()));
    }

    static UUID[] uuids(Collection<MemberId> ids) {
        return ids.stream().map(MemberId::value).toArray(UUID[]::new);
    }
}
