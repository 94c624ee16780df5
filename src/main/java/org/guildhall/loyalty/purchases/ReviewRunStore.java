package org.guildhall.loyalty.purchases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.loyalty.ReviewMove;
import org.guildhall.platform.BinaryCopy;
import org.guildhall.platform.RunPreview;
import org.guildhall.platform.RunPreview.Since;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps whom runs of reviews concerned, and reads what happened to those members since. */
@Component
class ReviewRunStore {

    private static final String COLUMNS = "loyalty.run_member (run_id, member_id, undoes, due_on, reviewed_on,"
            + " tier_before, tier_after, due_after)";

    /** Members of a run whose review can still be undone: not undone yet, and not reviewed by a later run that stands. */
    private static final String OPEN = """
            r.reviewed_on is not null
            and not exists (
              select 1
              from loyalty.run_member u
              where u.member_id = r.member_id
                and u.undoes = r.run_id
            )
            """;

    private static final String AGAIN = """
            exists (
              select 1
              from loyalty.run_member l
              where l.member_id = r.member_id
                and l.run_id > r.run_id
                and l.undoes is null
                and l.reviewed_on is not null
                and not exists (
                  select 1
                  from loyalty.run_member u
                  where u.member_id = l.member_id
                    and u.undoes = l.run_id
                )
            )
            """;

    private static final String BOUGHT = """
            (
              exists (
                select 1
                from loyalty.purchase p
                where p.member_id = r.member_id
                  and p.recorded_at > {1}::timestamptz
              )
              or exists (
                select 1
                from loyalty.return b
                where b.member_id = r.member_id
                  and b.recorded_at > {1}::timestamptz
              )
            )
            """;

    private final DSLContext sql;

    ReviewRunStore(DSLContext sql) {
        this.sql = sql;
    }

    /** What a run did to a member. */
    record Row(
            MemberId member,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate reviewedOn,
            String before,
            String after,
            @Nullable LocalDate dueAfter) {

        boolean moved() {
            return !before.equals(after);
        }
    }

    void add(UUID run, @Nullable UUID undoes, List<Row> rows) {
        BinaryCopy.copy(
                sql,
                COLUMNS,
                out -> rows.forEach(row -> out.row()
                        .add(run)
                        .add(row.member.value())
                        .add(undoes)
                        .add(row.dueOn)
                        .add(row.reviewedOn)
                        .add(row.before)
                        .add(row.after)
                        .add(row.dueAfter)));
    }

    /** The next members of a run whose reviews can be undone, and the days of those reviews. */
    Map<MemberId, LocalDate> open(UUID run, @Nullable UUID after, int limit) {
        var open = new LinkedHashMap<MemberId, LocalDate>();
        for (var row : sql.fetch(
                """
                select r.member_id, r.reviewed_on
                from loyalty.run_member r
                where r.run_id = {0}
                  and ({1}::uuid is null or r.member_id > {1}::uuid)
                  and %s
                  and not %s
                order by r.member_id
                limit {2}
                """.formatted(OPEN, AGAIN),
                DSL.val(run),
                DSL.val(after == null ? null : after.toString(), String.class),
                DSL.val(limit))) {
            open.put(new MemberId(row.get(0, UUID.class)), row.get(1, LocalDate.class));
        }
        return open;
    }

    List<ReviewMove> moves(UUID run, boolean movedOnly, @Nullable UUID after, int limit) {
        return sql.resultQuery(
                        """
                        select member_id, due_on, reviewed_on, tier_before, tier_after, due_after
                        from loyalty.run_member
                        where run_id = {0}
                          and ({1}::uuid is null or member_id > {1}::uuid)
                          and (not {2} or tier_before <> tier_after)
                        order by member_id
                        limit {3}
                        """,
                        DSL.val(run),
                        DSL.val(after == null ? null : after.toString(), String.class),
                        DSL.val(movedOnly),
                        DSL.val(limit))
                .fetch(row -> new ReviewMove(
                        new MemberId(row.get(0, UUID.class)),
                        row.get(1, LocalDate.class),
                        row.get(2, LocalDate.class),
                        row.get(3, String.class),
                        row.get(4, String.class),
                        row.get(5, LocalDate.class)));
    }

    RunPreview preview(UUID run, Instant startedAt) {
        var open = OPEN + " and not " + AGAIN;
        var sums = sql.fetchSingle("""
                select count(*), count(*) filter (where r.tier_before <> r.tier_after)
                from loyalty.run_member r
                where r.run_id = {0}
                  and %s
                """.formatted(open), DSL.val(run));
        var dependants = new ArrayList<RunPreview.Dependant>();
        add(dependants, run, startedAt, Since.BOUGHT, open + " and " + BOUGHT);
        add(dependants, run, startedAt, Since.REVIEWED, OPEN + " and " + AGAIN);
        add(dependants, run, startedAt, Since.GRANT_ENDED, "r.reviewed_on is null");
        return new RunPreview(sums.get(0, Long.class), sums.get(1, Long.class), 0, List.copyOf(dependants));
    }

    private void add(
            List<RunPreview.Dependant> dependants, UUID run, Instant startedAt, Since since, String condition) {
        var found = sql.fetch("""
                select count(*) over (), r.member_id
                from loyalty.run_member r
                where r.run_id = {0}
                  and {1}::text is not null
                  and %s
                order by r.member_id
                limit 5
                """.formatted(condition), DSL.val(run), DSL.val(startedAt.toString()));
        if (!found.isEmpty()) {
            dependants.add(new RunPreview.Dependant(
                    since,
                    found.getFirst().get(0, Long.class),
                    found.map(row -> new MemberId(row.get(1, UUID.class)))));
        }
    }
}
