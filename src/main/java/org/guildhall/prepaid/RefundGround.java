package org.guildhall.prepaid;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;

/** Why prepaid money goes back. */
@Schema(enumAsRef = true)
public enum RefundGround {
    /** Within the days in which no reason is needed (法释〔2025〕4 号 art. 14). */
    @JsonProperty("without-reason")
    WITHOUT_REASON,
    /** The merchant is the cause: what was used counts discounted (art. 18). */
    @JsonProperty("merchant")
    MERCHANT,
    /** The consumer is the cause: what was used counts undiscounted (art. 19). */
    @JsonProperty("consumer")
    CONSUMER
}
