package org.guildhall.ledger;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.guildhall.kernel.MemberId;
import org.jspecify.annotations.Nullable;

/** Lots whose time comes to an end, for telling their owners ahead. For code: no scope. */
public interface LapsingLots {

    /**
     * Owners of lots that are valid today and not any more on {@code through} or a day before it, after the given one, in
     * order of their identifiers.
     */
    List<MemberId> owners(Asset asset, LocalDate today, LocalDate through, @Nullable MemberId after, int limit);

    /** These members' lots in that time and in the rest of the calendar month in which it ends, by owner and day. */
    List<Lot> of(Collection<MemberId> owners, Asset asset, LocalDate today, LocalDate through);

    /**
     * A lot.
     *
     * @param lastDay the last day on which it is valid
     */
    record Lot(MemberId member, LocalDate lastDay, long amount) {}
}
