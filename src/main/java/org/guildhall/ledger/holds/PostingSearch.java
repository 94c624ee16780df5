package org.guildhall.ledger.holds;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.ledger.allocation.Act;
import org.guildhall.ledger.allocation.Acts;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds booked postings by their identifier. */
@Component
class PostingSearch {

    private static final String FIND = """
            select p.member_id, p.kind, p.cause_type, p.cause_id, p.movements, r.posting_id, p.posting_id
            from ledger.posting p
            left join ledger.posting r
              on r.reverses = p.posting_id
            where p.posting_id = any(?)
            """;

    private final DSLContext sql;

    PostingSearch(DSLContext sql) {
        this.sql = sql;
    }

    /** What is known of a posting; {@code reversedBy} is the posting that undid it. */
    record Found(
            MemberId member,
            String kind,
            String causeType,
            UUID causeId,
            List<Act> acts,
            @Nullable UUID reversedBy) {}

    Optional<Found> find(UUID posting) {
        return Optional.ofNullable(find(List.of(posting)).get(posting));
    }

    /** What is known of these postings; unknown ones are absent. */
    Map<UUID, Found> find(Collection<UUID> postings) {
        return sql.resultQuery(FIND, DSL.val(postings.toArray(UUID[]::new)))
                .fetchMap(
                        row -> row.get(6, UUID.class),
                        row -> new Found(
                                new MemberId(row.get(0, UUID.class)),
                                row.get(1, String.class),
                                row.get(2, String.class),
                                row.get(3, UUID.class),
                                Acts.read(row.get(4, String.class)),
                                row.get(5, UUID.class)));
    }
}
