package org.guildhall.benefits;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;

/** The kinds of benefit. */
@Schema(name = "BenefitKind", enumAsRef = true)
public enum BenefitKind {
    /** A percentage off. */
    @JsonProperty("discount")
    DISCOUNT,
    /** A percentage off a purchase at the counter. */
    @JsonProperty("purchase-discount")
    PURCHASE_DISCOUNT,
    /** Something handed over around the birthday. */
    @JsonProperty("birthday-gift")
    BIRTHDAY_GIFT,
    /** A service done without charge. */
    @JsonProperty("free-service")
    FREE_SERVICE,
    /** Being served first. */
    @JsonProperty("priority")
    PRIORITY,
    /** A place to rest. */
    @JsonProperty("lounge")
    LOUNGE,
    /** A place in a course. */
    @JsonProperty("training-place")
    TRAINING_PLACE;

    /** The code in JSON and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads the code. */
    public static BenefitKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
