package org.guildhall.loyalty;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.guildhall.kernel.Explanation;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Points;
import org.jspecify.annotations.Nullable;

/**
 * One purchase with its lines, its returns, and what they came to.
 *
 * @param points earned by it, before returns
 * @param left what of it was not given back
 * @param returned whether nothing of it can be given back any more: all of it was, or it was voided
 * @param why absent when it no longer counts
 */
public record PurchaseView(
        @NotNull PurchaseRow purchase,
        @Nullable String payment,
        @NotNull Instant recordedAt,
        @Nullable UUID batch,
        @NotNull List<LineFact> lines,
        @NotNull Points points,
        @NotNull Points growth,
        @NotNull List<ReturnView> returns,
        @NotNull Money left,
        boolean returned,
        @Nullable Explanation why) {

    /** One return of the purchase and what it took back. */
    public record ReturnView(
            @NotNull UUID id,
            @NotNull String number,
            @NotNull Instant occurredAt,
            @NotNull Points pointsTakenBack,
            @NotNull Points growthTakenBack) {}
}
