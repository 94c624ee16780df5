package org.guildhall.ledger.reasons;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.allocation.Lots;
import org.guildhall.ledger.booking.LotDates;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads one posting with what it booked and what its lots went through. */
@Component
class ReasonStore {

    private static final String POSTING = """
            select p.member_id, p.kind, p.cause_type, p.cause_id, p.occurred_at, p.recorded_at, p.reason_code, p.reverses,
              (
                select count(*)::int
                from ledger.posting sibling
                where sibling.member_id = p.member_id
                  and sibling.cause_id = p.cause_id
                  and sibling.kind in ('purchase', 'return', 'occasion', 'occasion-taken-back')
              )
            from ledger.posting p
            where p.posting_id = ?
            """;

    private static final String PARTS = """
            select asset, amount, expires_on::text, about = posting_id
            from ledger.entry
            where member_id = ?
              and posting_id = ?
            order by asset, about <> posting_id, line
            """;

    /** Expiries of the lot itself are left out: what it held before is the question. */
    private static final String LOT = """
            select coalesce(sum(e.amount) filter (where e.contra = 'issued'), 0)::bigint,
              coalesce(-sum(e.amount) filter (where e.contra not in ('issued', 'expired')), 0)::bigint
            from ledger.entry e
            where e.member_id = {0}
              and e.asset = {1}
              and e.expires_on = {2}::date
              and e.recorded_at <= {3}::timestamptz
            """;

    private final DSLContext sql;

    ReasonStore(DSLContext sql) {
        this.sql = sql;
    }

    Optional<MemberId> ownerOf(UUID posting) {
        return sql.resultQuery("select member_id from ledger.posting where posting_id = ?", posting)
                .fetchOptional(row -> new MemberId(row.get(0, UUID.class)));
    }

    Optional<Told> find(UUID posting) {
        return sql.resultQuery(POSTING, posting).fetchOptional(row -> told(posting, row));
    }

    private Told told(UUID posting, Record row) {
        var member = row.get(0, UUID.class);
        return new Told(
                posting,
                new MemberId(member),
                row.get(1, String.class),
                row.get(2, String.class),
                row.get(3, UUID.class),
                row.get(4, OffsetDateTime.class).toInstant(),
                row.get(5, OffsetDateTime.class).toInstant(),
                row.get(6, String.class),
                row.get(7, UUID.class),
                row.get(8, Integer.class),
                parts(member, posting));
    }

    private List<Told.Part> parts(UUID member, UUID posting) {
        return sql.resultQuery(PARTS, member, posting).fetch(row -> {
            var lot = LotDates.lot(row.get(2, String.class));
            return new Told.Part(
                    Asset.of(row.get(0, String.class)),
                    row.get(1, Long.class),
                    LotDates.expiry(lot),
                    lot.equals(Lots.DEBT),
                    row.get(3, Boolean.class));
        });
    }

    /** What a lot went through, as it was known when it expired. */
    Told.LotStory lot(MemberId member, Asset asset, LocalDate expiresOn, Instant knownAt) {
        var row = sql.resultQuery(
                        LOT,
                        DSL.val(member.value()),
                        text(asset.code()),
                        text(expiresOn.toString()),
                        text(knownAt.toString()))
                .fetchSingle();
        return new Told.LotStory(asset, expiresOn, row.get(0, Long.class), row.get(1, Long.class));
    }

    private static org.jooq.Field<String> text(@Nullable String value) {
        return DSL.val(value, String.class);
    }
}
