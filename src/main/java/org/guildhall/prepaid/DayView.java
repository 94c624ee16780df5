package org.guildhall.prepaid;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * One business day of stored value.
 *
 * @param stores what happened where, the head office (no store) included
 * @param books both books of each pot: what the movements changed, and what the ledger booked
 * @param differences members on whom the two books differ; empty when the day is reconciled
 */
public record DayView(LocalDate day, List<StoreDay> stores, List<Books> books, List<Difference> differences) {

    /** One store's day: top-ups in, refunds out, what members paid with and what came back. */
    @Schema(name = "TillStoreDay")
    public record StoreDay(
            @Nullable UnitId store, List<ByMethod> money, Money principal, Money bonus, long movements) {}

    /** Money taken in and paid out by one method. */
    @Schema(name = "TillByMethod")
    public record ByMethod(PaymentMethod method, Money in, Money out) {}

    /** The day's change of a pot in both books. */
    @Schema(name = "TillBooks")
    public record Books(String asset, Money movements, Money ledger) {}

    /** A member on whom the books differ. */
    @Schema(name = "TillDifference")
    public record Difference(MemberId member, String asset, Money movements, Money ledger) {}
}
