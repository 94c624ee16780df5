package org.guildhall.checkout;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * What is to be bought.
 *
 * @param member who buys; absent if nobody known
 * @param points at most so many points are to count as money; absent: none
 * @param coupons codes of the buyer's coupons that are shown
 * @param benefit code of the buyer's benefit with a quota that is to be used; those without one are used by themselves
 * @param cashback at most so much of what is due then is to be paid with cashback; absent: nothing
 * @param stored at most so much is to be paid with stored value; absent: nothing
 */
public record Basket(
        @Nullable MemberId member,
        @NotNull UnitId store,
        @NotEmpty @Size(max = 500) List<@Valid @NotNull Line> lines,
        @Nullable @PositiveOrZero Long points,
        @Nullable Money stored,
        @Nullable @Size(max = 20) List<@NotBlank @Size(max = 40) String> coupons,
        @Nullable @Size(max = 40) String benefit,
        @Nullable Money cashback) {

    /** Without cashback. */
    public Basket(
            @Nullable MemberId member,
            UnitId store,
            List<Line> lines,
            @Nullable Long points,
            @Nullable Money stored,
            @Nullable List<String> coupons,
            @Nullable String benefit) {
        this(member, store, lines, points, stored, coupons, benefit, null);
    }

    /** Copies the lists. */
    public Basket {
        lines = List.copyOf(lines);
        coupons = coupons == null ? List.of() : List.copyOf(coupons);
    }

    @Override
    public List<String> coupons() {
        return coupons == null ? List.of() : coupons;
    }

    /**
     * One line, before any deduction.
     *
     * @param quantityMilli thousandths of the product's unit (1 piece = 1000)
     * @param amount for the whole quantity
     */
    @Schema(name = "BasketLine")
    public record Line(
            @Nullable @Size(max = 100) String product,
            @Nullable @Size(max = 100) String category,
            @Positive @Max(1_000_000_000) long quantityMilli,
            @NotNull Money amount) {}
}
