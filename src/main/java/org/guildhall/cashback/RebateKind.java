package org.guildhall.cashback;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;

/** For what a rebate is. */
@Schema(enumAsRef = true)
public enum RebateKind {
    /** For buying. */
    @JsonProperty("cashback")
    CASHBACK,
    /** For having recommended whoever bought. */
    @JsonProperty("commission")
    COMMISSION;

    /** The code in JSON, and of the asset in which it is credited. */
    public String code() {
        return this == CASHBACK ? "cashback" : "commission";
    }
}
