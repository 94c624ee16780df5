package org.guildhall.ledger.laws;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.guildhall.kernel.Slice;
import org.guildhall.ledger.LawProof;
import org.guildhall.platform.Cursors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what was proven, and when. */
@Component
class ProofSearch {

    private static final String PROOFS = """
            select law, holds, covered, counter_example, proved_at, millis, run_id, actor, actor_name, proof_no
            from ledger.law_proof
            """;

    private final DSLContext sql;

    ProofSearch(DSLContext sql) {
        this.sql = sql;
    }

    /** The last proof of each law. */
    List<LawProof> last() {
        return sql.resultQuery("select distinct on (law) p.* from (" + PROOFS + ") p order by law, proof_no desc")
                .fetch(ProofSearch::proof);
    }

    /** Every proof of one law, the newest first. */
    Slice<LawProof> history(String law, @Nullable String cursor, int limit) {
        var rows = sql.fetch(
                PROOFS + "where law = ? and proof_no < ? order by proof_no desc limit ?",
                law,
                before(cursor),
                limit + 1);
        return Slice.cut(rows, limit, last -> Cursors.encode(last.get(9, Long.class)), null)
                .map(ProofSearch::proof);
    }

    private static long before(@Nullable String cursor) {
        var values = Cursors.decode(cursor, 1);
        return values.isEmpty() ? Long.MAX_VALUE : values.number(0);
    }

    private static LawProof proof(Record row) {
        var run = row.get(6, UUID.class);
        return new LawProof(
                row.get(0, String.class),
                row.get(1, Boolean.class),
                row.get(2, Long.class),
                row.get(3, String.class),
                row.get(4, OffsetDateTime.class).toInstant(),
                row.get(5, Long.class),
                run == null ? null : new LawProof.By(run, row.get(7, String.class), row.get(8, String.class)));
    }
}
