package org.guildhall.cashback;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;

/** Why a payout proposes nothing for a promoter; what is due is carried to the next one. */
@Schema(enumAsRef = true)
public enum PayoutHeld {
    /** Less is due than the least that is paid. */
    @JsonProperty("below-least")
    BELOW_LEAST,
    /** More came back than was credited since: the promoter owes it, and the next payout sets it off. */
    @JsonProperty("owed")
    OWED,
    /** They are no member any more, so there is nobody to pay. */
    @JsonProperty("no-member")
    NO_MEMBER;

    /** The code in JSON. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The reason of a code. */
    public static PayoutHeld of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
