package org.guildhall.ledger.booking;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.stream.Collectors;
import org.guildhall.ledger.LateFacts;
import org.jooq.DSLContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Since when the books are open, and whose facts may be older. */
@Component
class OpenBookStore {

    private final DSLContext sql;
    private final Set<String> late;
    private volatile Bounds remembered;

    OpenBookStore(DSLContext sql, ObjectProvider<LateFacts> late) {
        this.sql = sql;
        this.late = late.stream().map(LateFacts::causeType).collect(Collectors.toUnmodifiableSet());
        this.remembered = new Bounds(Instant.EPOCH, this.late);
    }

    /**
     * Where what is planned may be booked.
     *
     * @param openFrom the first instant of the open period
     * @param late causes whose facts may be older
     */
    record Bounds(Instant openFrom, Set<String> late) {

        /** Whether what occurred then is booked in the open period although it lies before it. */
        boolean precedes(Instant occurredAt) {
            return occurredAt.isBefore(openFrom);
        }
    }

    /** As it is, which stays so until the end of the transaction. */
    Bounds read() {
        var openFrom = sql.fetchSingle("select ledger.books_open_from()")
                .get(0, OffsetDateTime.class)
                .toInstant();
        remembered = new Bounds(openFrom, late);
        return remembered;
    }

    /** As it was when it was last read; the database refuses what is no longer so. */
    Bounds remembered() {
        return remembered;
    }
}
