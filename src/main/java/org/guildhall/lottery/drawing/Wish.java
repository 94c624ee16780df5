package org.guildhall.lottery.drawing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Ids;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.UnitId;
import org.guildhall.lottery.DrawLot;
import org.jspecify.annotations.Nullable;

/**
 * A draw that is asked for: under which key, by whom, where and when.
 *
 * @param booked when the ledger books it; after all it booked before if absent
 */
record Wish(
        UUID id,
        UUID lottery,
        MemberId member,
        @Nullable UnitId store,
        UUID hash,
        Instant at,
        LocalDate day,
        @Nullable Instant booked) {

    static Wish of(UUID lottery, DrawLot command, String key, BusinessTime time, @Nullable Instant as) {
        var at = as == null ? time.now() : as;
        return new Wish(
                Ids.derived("lottery-draw|" + key),
                lottery,
                command.member(),
                command.store(),
                Ids.derived(lottery + "|" + command.member() + "|" + command.store()),
                at,
                time.dateOf(at),
                as);
    }
}
