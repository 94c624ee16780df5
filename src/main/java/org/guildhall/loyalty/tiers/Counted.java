package org.guildhall.loyalty.tiers;

import io.swagger.v3.oas.annotations.media.Schema;

/** What a member's purchases add up to; all are net of returns. */
@Schema(enumAsRef = true, name = "CountedForTier")
public enum Counted {
    /** Growth value earned. */
    GROWTH,
    /** Money spent, in the smallest unit of the base currency. */
    SPEND,
    /** Purchases not given back entirely. */
    VISITS,
    /** Points earned by purchases, never the balance. */
    POINTS
}
