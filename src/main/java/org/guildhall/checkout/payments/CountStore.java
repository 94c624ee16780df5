package org.guildhall.checkout.payments;

import static org.guildhall.jooq.checkout.Tables.COUNT;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guildhall.checkout.CountTill;
import org.guildhall.jooq.checkout.tables.records.CountRecord;
import org.guildhall.kernel.Actor;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Keeps what was counted. */
@Component
class CountStore {

    private final DSLContext sql;

    CountStore(DSLContext sql) {
        this.sql = sql;
    }

    /** Which till: one store's money by one method in one currency. */
    record Place(UUID store, String method, String currency) {}

    /** What was counted last for a day. */
    Map<Place, CountRecord> last(LocalDate day) {
        var counts = new HashMap<Place, CountRecord>();
        sql.selectFrom(COUNT)
                .where(COUNT.COUNTED_FOR.eq(day))
                .orderBy(COUNT.RECORDED_AT, COUNT.COUNT_ID)
                .forEach(row -> counts.put(new Place(row.getStoreId(), row.getMethod(), row.getCurrency()), row));
        return counts;
    }

    /** What the key told before. */
    Optional<UUID> counted(UUID id) {
        return sql.select(COUNT.CONTENT_HASH)
                .from(COUNT)
                .where(COUNT.COUNT_ID.eq(id))
                .fetchOptional(COUNT.CONTENT_HASH);
    }

    /** What is kept of a count beside what was told. */
    record Count(UUID id, UUID hash, long expected, Instant at) {}

    void insert(CountTill told, Count kept, Actor by) {
        var row = new CountRecord();
        row.setCountId(kept.id);
        row.setStoreId(told.store().value());
        row.setMethod(told.method().code());
        row.setCountedFor(told.day());
        row.setExpected(kept.expected);
        row.setCounted(told.counted().minor());
        row.setCurrency(told.counted().currency().getCurrencyCode());
        row.setReason(told.reason());
        row.setContentHash(kept.hash);
        row.setRecordedAt(kept.at.atOffset(ZoneOffset.UTC));
        row.setActor(by.reference());
        sql.executeInsert(row);
    }
}
