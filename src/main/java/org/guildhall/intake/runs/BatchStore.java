package org.guildhall.intake.runs;

import static org.guildhall.jooq.intake.Tables.BATCH;
import static org.guildhall.jooq.intake.Tables.IMPORT_MEMBER;
import static org.guildhall.jooq.intake.Tables.REJECTION;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.guildhall.intake.ImportField;
import org.guildhall.intake.ImportId;
import org.guildhall.intake.Rejection;
import org.guildhall.intake.Rule;
import org.guildhall.intake.Tally;
import org.guildhall.jooq.intake.tables.records.RejectionRecord;
import org.guildhall.kernel.MemberId;
import org.guildhall.platform.CopyWriter;
import org.guildhall.platform.Cursors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What the batches of a run did: tallies, rejected rows, members touched. */
@Component
class BatchStore {

    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};
    private static final int FETCH_ROWS = 1000;

    private final DSLContext sql;
    private final JsonMapper json;

    BatchStore(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** A rejection with the cursor that stands after it. */
    record Kept(Rejection rejection, String cursor) {}

    /** How an import touched a member. */
    enum Act {
        ENTERED,
        UPDATED,
        STUB,
        FACTS
    }

    /** Notes a batch as done; a second time is a bug that the primary key stops. */
    void done(ImportId id, Run run, int batch, Tally tally, Instant now) {
        sql.insertInto(BATCH)
                .set(BATCH.IMPORT_ID, id.value())
                .set(BATCH.RUN, run.name())
                .set(BATCH.BATCH_NO, batch)
                .set(BATCH.TALLY, JSONB.valueOf(json.writeValueAsString(tally)))
                .set(BATCH.DONE_AT, now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** The batches done so far with their tallies. */
    Map<Integer, Tally> tallies(ImportId id, Run run) {
        var tallies = new HashMap<Integer, Tally>();
        sql.select(BATCH.BATCH_NO, BATCH.TALLY)
                .from(BATCH)
                .where(BATCH.IMPORT_ID.eq(id.value()), BATCH.RUN.eq(run.name()))
                .forEach(row ->
                        tallies.put(row.value1(), json.readValue(row.value2().data(), Tally.class)));
        return tallies;
    }

    /** Forgets a run, so that it can be made again. */
    void forget(ImportId id, Run run) {
        sql.deleteFrom(BATCH)
                .where(BATCH.IMPORT_ID.eq(id.value()), BATCH.RUN.eq(run.name()))
                .execute();
        forgetRejections(id, run);
    }

    void forgetRejections(ImportId id, Run run) {
        sql.deleteFrom(REJECTION)
                .where(REJECTION.IMPORT_ID.eq(id.value()), REJECTION.RUN.eq(run.name()))
                .execute();
    }

    void reject(ImportId id, Run run, List<Rejection> rejections) {
        if (rejections.isEmpty()) {
            return;
        }
        var seqs = new HashMap<Long, Integer>();
        CopyWriter.copy(
                sql,
                "intake.rejection (import_id, run, row_number, seq, field, value, rule, facts)",
                out -> rejections.forEach(rejection -> {
                    var field = rejection.field();
                    out.add(id)
                            .add(run)
                            .add(rejection.row())
                            .add(seqs.merge(rejection.row(), 1, Integer::sum))
                            .add(field == null ? null : field.name())
                            .add(rejection.value())
                            .add(rejection.rule())
                            .add(rejection.facts().isEmpty() ? "{}" : json.writeValueAsString(rejection.facts()))
                            .endRow();
                }));
    }

    /** Up to {@code limit} rejected rows after the cursor. */
    List<Kept> rejections(ImportId id, Run run, @Nullable String cursor, int limit) {
        var after = Cursors.decode(cursor, 2);
        Condition page = after.isEmpty()
                ? DSL.noCondition()
                : DSL.row(REJECTION.ROW_NUMBER, REJECTION.SEQ)
                        .greaterThan(after.number(0), after.read(1, Integer::valueOf));
        return sql.selectFrom(REJECTION)
                .where(REJECTION.IMPORT_ID.eq(id.value()), REJECTION.RUN.eq(run.name()))
                .and(page)
                .orderBy(REJECTION.ROW_NUMBER, REJECTION.SEQ)
                .limit(limit)
                .fetch(row -> new Kept(rejection(row), Cursors.encode(row.getRowNumber(), row.getSeq())));
    }

    void eachRejection(ImportId id, Run run, Consumer<Rejection> consumer) {
        try (var cursor = sql.selectFrom(REJECTION)
                .where(REJECTION.IMPORT_ID.eq(id.value()), REJECTION.RUN.eq(run.name()))
                .orderBy(REJECTION.ROW_NUMBER, REJECTION.SEQ)
                .fetchSize(FETCH_ROWS)
                .fetchLazy()) {
            cursor.forEach(row -> consumer.accept(rejection(row)));
        }
    }

    private Rejection rejection(RejectionRecord row) {
        var field = row.getField();
        return new Rejection(
                row.getRowNumber(),
                field == null ? null : ImportField.valueOf(field),
                row.getValue(),
                Rule.valueOf(row.getRule()),
                json.readValue(row.getFacts().data(), FACTS));
    }

    /** Notes members as touched by a batch; one named twice keeps the first act. */
    void touch(ImportId id, int batch, Map<MemberId, Act> members) {
        // In one order, lest two batches that name the same members by number and by phone wait for each other.
        var ids = members.keySet().stream().sorted().toList();
        sql.execute(
                """
                insert into intake.import_member (member_id, import_id, batch_no, act)
                select t.member, ?, ?, t.act from unnest(?::uuid[], ?::text[]) as t (member, act)
                on conflict do nothing""",
                id.value(),
                batch,
                ids.stream().map(MemberId::value).toArray(UUID[]::new),
                ids.stream().map(member -> String.valueOf(members.get(member))).toArray(String[]::new));
    }

    Set<MemberId> touched(ImportId id, int batch) {
        var members = new HashSet<MemberId>();
        sql.select(IMPORT_MEMBER.MEMBER_ID)
                .from(IMPORT_MEMBER)
                .where(IMPORT_MEMBER.IMPORT_ID.eq(id.value()), IMPORT_MEMBER.BATCH_NO.eq(batch))
                .forEach(row -> members.add(MemberId.of(row.value1())));
        return members;
    }

    /** The members that an import touched in one of these ways. */
    List<MemberId> touched(ImportId id, Set<Act> acts) {
        return sql.selectDistinct(IMPORT_MEMBER.MEMBER_ID)
                .from(IMPORT_MEMBER)
                .where(IMPORT_MEMBER.IMPORT_ID.eq(id.value()))
                .and(IMPORT_MEMBER.ACT.in(acts.stream().map(Enum::name).toList()))
                .orderBy(IMPORT_MEMBER.MEMBER_ID)
                .fetch(row -> MemberId.of(row.value1()));
    }

    long touchedCount(ImportId id) {
        return sql.fetchCount(IMPORT_MEMBER, IMPORT_MEMBER.IMPORT_ID.eq(id.value()));
    }

    /** The imports that touched a member, with how. */
    Map<UUID, String> importsOf(MemberId member) {
        return sql.select(IMPORT_MEMBER.IMPORT_ID, IMPORT_MEMBER.ACT)
                .from(IMPORT_MEMBER)
                .where(IMPORT_MEMBER.MEMBER_ID.eq(member.value()))
                .fetchMap(IMPORT_MEMBER.IMPORT_ID, IMPORT_MEMBER.ACT);
    }
}
