package org.guildhall.prepaid;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;

/**
 * Money that a module takes and gives back at the stores. Each module that does so tells where it keeps it; the counter lists
 * all of it and adds it up by day, store and method, so nothing is written twice.
 */
public interface MoneyTaken {

    /** Where it is kept, one row each time that money changed hands. */
    Rows rows();

    /**
     * Where the rows stand.
     *
     * @param what the money was for
     * @param from what to read
     * @param which of it is money at a store
     * @param of whose money it was, and for which thing
     * @param paid how much by which method, where and when
     */
    record Rows(PaidFor what, Table<?> from, Condition which, Of of, Paid paid) {}

    /**
     * What a row is about.
     *
     * @param id of the payment
     * @param about the checkout, card, movement or redemption it was for
     * @param name what that is called; null without a name
     * @param member whose; null for nobody known
     */
    record Of(Field<UUID> id, Field<UUID> about, Field<String> name, Field<UUID> member) {}

    /**
     * What was paid.
     *
     * @param method a code of {@link PaymentMethod}
     * @param amount in the smallest unit; below zero when it went back
     * @param reference of the bank or provider; null without one
     */
    record Paid(
            Field<String> method,
            Field<Long> amount,
            Field<String> currency,
            Field<String> reference,
            Field<UUID> store,
            Field<LocalDate> day,
            Field<OffsetDateTime> at,
            Field<String> actor) {}
}
