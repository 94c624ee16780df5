package org.guildhall.members.registry;

import static org.guildhall.jooq.members.Tables.MEMBER_CHANGE;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.selectOne;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.guildhall.access.PersonalVault;
import org.guildhall.jooq.members.tables.records.MemberChangeRecord;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.members.TimelineQuery;
import org.guildhall.members.registry.MemberTree.Pair;
import org.guildhall.platform.CopyWriter;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every act on a record, never rewritten; personal values before and after are sealed under the member's key. */
@Component
public class ChangeStore {

    private final DSLContext sql;
    private final PersonalVault vault;
    private final JsonMapper json;

    ChangeStore(DSLContext sql, PersonalVault vault, JsonMapper json) {
        this.sql = sql;
        this.vault = vault;
        this.json = json;
    }

    /** One act on one record. */
    public record Change(
            MemberId member,
            UUID id,
            String act,
            int version,
            @Nullable UUID batch,
            @Nullable UUID undoes,
            LocalDate effectiveOn,
            Instant occurredAt,
            Instant recordedAt,
            String actor,
            @Nullable String reason,
            List<String> paths,
            Map<String, Pair> values) {}

    /** Stores the acts. */
    void insert(List<Change> changes) {
        var personal = changes.stream()
                .map(c -> c.values().entrySet().stream()
                        .filter(e -> MemberTree.personal(e.getKey()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)))
                .toList();
        var plains = new ArrayList<PersonalVault.Plain>();
        for (int i = 0; i < changes.size(); i++) {
            if (!personal.get(i).isEmpty()) {
                plains.add(new PersonalVault.Plain(changes.get(i).member(), text(personal.get(i))));
            }
        }
        var sealed = (plains.isEmpty() ? List.<byte[]>of() : vault.sealAll(plains)).iterator();
        CopyWriter.copy(
                sql,
                "members.member_change (member_id, change_id, act, version, batch_id, undoes, effective_on,"
                        + " occurred_at, recorded_at, actor, reason, paths, plain, sealed)",
                out -> {
                    for (int i = 0; i < changes.size(); i++) {
                        write(out, changes.get(i), personal.get(i).isEmpty() ? null : sealed.next());
                    }
                });
    }

    private void write(CopyWriter out, Change change, byte @Nullable [] sealed) {
        var plain = change.values().entrySet().stream()
                .filter(e -> !MemberTree.personal(e.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        out.add(change.member().value())
                .add(change.id())
                .add(change.act())
                .add(change.version())
                .add(change.batch())
                .add(change.undoes())
                .add(change.effectiveOn())
                .add(change.occurredAt())
                .add(change.recordedAt())
                .add(change.actor())
                .add(change.reason())
                .add(array(change.paths()))
                .add(text(plain))
                .add(sealed)
                .endRow();
    }

    static Instant occurred(LocalDate effectiveOn, Instant now, BusinessTime time) {
        return effectiveOn.equals(time.dateOf(now)) ? now : time.startOf(effectiveOn);
    }

    private static String array(List<String> paths) {
        return paths.stream()
                .map(path -> '"' + path.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }

    private String text(Map<String, Pair> values) {
        var tree = json.createObjectNode();
        values.forEach((path, pair) -> tree.putArray(path).add(pair.before()).add(pair.after()));
        return json.writeValueAsString(tree);
    }

    /** The acts recorded after an instant, newest first. */
    List<Change> recordedAfter(MemberId member, Instant instant) {
        return fetch(
                MEMBER_CHANGE.MEMBER_ID.eq(member.value()).and(MEMBER_CHANGE.RECORDED_AT.gt(MemberRows.time(instant))),
                Integer.MAX_VALUE);
    }

    /** The acts after a version, newest first. */
    List<Change> sinceVersion(MemberId member, int version) {
        return fetch(
                MEMBER_CHANGE.MEMBER_ID.eq(member.value()).and(MEMBER_CHANGE.VERSION.gt(version)), Integer.MAX_VALUE);
    }

    /** Acts of a batch that no counter-act has undone, newest first. */
    List<Change> ofBatch(UUID batch, int limit) {
        return fetch(standing(batch), limit);
    }

    /** Whether the batch has an act of this name. */
    boolean tellsOf(UUID batch, String act) {
        return sql.fetchExists(MEMBER_CHANGE, MEMBER_CHANGE.BATCH_ID.eq(batch).and(MEMBER_CHANGE.ACT.eq(act)));
    }

    /** How many acts of a batch stand: entries, changes, and those whose record was changed again since. */
    long[] countOfBatch(UUID batch) {
        var counted = sql.select(
                        count().filterWhere(MEMBER_CHANGE.ACT.eq("registered")),
                        count().filterWhere(MEMBER_CHANGE.ACT.ne("registered").and(notExists(enteredBy(batch)))),
                        count().filterWhere(changedAfter(batch)))
                .from(MEMBER_CHANGE)
                .where(standing(batch))
                .fetchSingle();
        return new long[] {counted.value1(), counted.value2(), counted.value3()};
    }

    /** The first members whose records were changed again since. */
    List<MemberId> changedSince(UUID batch, int limit) {
        return sql.selectDistinct(MEMBER_CHANGE.MEMBER_ID)
                .from(MEMBER_CHANGE)
                .where(standing(batch))
                .and(changedAfter(batch))
                .orderBy(MEMBER_CHANGE.MEMBER_ID)
                .limit(limit)
                .fetch(row -> MemberId.of(row.value1()));
    }

    /** The batch's entry of the same member: what else it told of somebody it entered goes with that. */
    private static Select<?> enteredBy(UUID batch) {
        var entry = MEMBER_CHANGE.as("entry");
        return selectOne()
                .from(entry)
                .where(entry.MEMBER_ID.eq(MEMBER_CHANGE.MEMBER_ID))
                .and(entry.BATCH_ID.eq(batch))
                .and(entry.ACT.eq("registered"));
    }

    private static Condition changedAfter(UUID batch) {
        var later = MEMBER_CHANGE.as("later");
        return org.jooq.impl.DSL.exists(selectOne()
                .from(later)
                .where(later.MEMBER_ID.eq(MEMBER_CHANGE.MEMBER_ID))
                .and(later.VERSION.gt(MEMBER_CHANGE.VERSION))
                .and(later.BATCH_ID.isDistinctFrom(batch)));
    }

    private static Condition standing(UUID batch) {
        var counter = MEMBER_CHANGE.as("counter");
        return MEMBER_CHANGE
                .BATCH_ID
                .eq(batch)
                .and(notExists(selectOne()
                        .from(counter)
                        .where(counter.MEMBER_ID.eq(MEMBER_CHANGE.MEMBER_ID))
                        .and(counter.UNDOES.eq(MEMBER_CHANGE.CHANGE_ID))));
    }

    /** One page of a member's acts of these kinds, newest occurrence first. */
    public List<Change> timeline(MemberId member, Set<String> acts, TimelineQuery query) {
        var condition = MEMBER_CHANGE.MEMBER_ID.eq(member.value()).and(MEMBER_CHANGE.ACT.in(acts));
        if (query.knownAt() != null) {
            condition = condition.and(MEMBER_CHANGE.RECORDED_AT.le(MemberRows.time(query.knownAt())));
        }
        if (query.before() != null) {
            condition = condition.and(row(MEMBER_CHANGE.OCCURRED_AT, MEMBER_CHANGE.CHANGE_ID)
                    .lt(
                            MemberRows.time(query.before().occurredAt()),
                            query.before().id()));
        }
        return open(sql.selectFrom(MEMBER_CHANGE)
                .where(condition)
                .orderBy(MEMBER_CHANGE.OCCURRED_AT.desc(), MEMBER_CHANGE.CHANGE_ID.desc())
                .limit(query.limit())
                .fetch());
    }

    private List<Change> fetch(Condition condition, int limit) {
        var found = sql.selectFrom(MEMBER_CHANGE)
                .where(condition)
                .orderBy(MEMBER_CHANGE.RECORDED_AT.desc(), MEMBER_CHANGE.VERSION.desc(), MEMBER_CHANGE.CHANGE_ID.desc())
                .limit(limit)
                .fetch();
        return open(found);
    }

    private List<Change> open(List<MemberChangeRecord> rows) {
        var sealed = rows.stream()
                .filter(row -> row.getSealed() != null)
                .map(row -> new PersonalVault.Sealed(MemberId.of(row.getMemberId()), row.getSealed()))
                .toList();
        var opened = (sealed.isEmpty() ? List.<@Nullable String>of() : vault.openAll(sealed)).iterator();
        var changes = new ArrayList<Change>();
        for (var row : rows) {
            var values = new TreeMap<String, Pair>();
            read(row.getPlain().data(), values);
            if (row.getSealed() != null) {
                var text = opened.next();
                if (text != null) {
                    read(text, values);
                }
            }
            changes.add(new Change(
                    MemberId.of(row.getMemberId()),
                    row.getChangeId(),
                    row.getAct(),
                    row.getVersion(),
                    row.getBatchId(),
                    row.getUndoes(),
                    row.getEffectiveOn(),
                    row.getOccurredAt().toInstant(),
                    row.getRecordedAt().toInstant(),
                    row.getActor(),
                    row.getReason(),
                    List.of(row.getPaths()),
                    values));
        }
        return changes;
    }

    private void read(String text, Map<String, Pair> values) {
        JsonNode tree = json.readTree(text);
        tree.properties()
                .forEach(e -> values.put(
                        e.getKey(), new Pair(e.getValue().get(0), e.getValue().get(1))));
    }
}
