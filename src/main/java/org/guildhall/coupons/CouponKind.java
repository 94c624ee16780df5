package org.guildhall.coupons;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;

/** The kinds of benefit. */
@Schema(name = "CouponKind", enumAsRef = true)
public enum CouponKind {
    /** A fixed amount off. */
    @JsonProperty("cash")
    CASH,
    /** A percentage off. */
    @JsonProperty("discount")
    DISCOUNT,
    /** A ladder of amounts off. */
    @JsonProperty("full-reduction")
    FULL_REDUCTION,
    /** Something handed over. */
    @JsonProperty("gift")
    GIFT;

    /** The code in JSON and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
