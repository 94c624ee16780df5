package org.guildhall.loyalty.tiers;

import io.swagger.v3.oas.annotations.media.Schema;

/** What a member's purchases and occasions add up to; all are net of returns and of what was taken back. */
@Schema(enumAsRef = true, name = "CountedForTier")
public enum Counted {
    /** Growth value earned. */
    GROWTH,
    /** Money spent, in the smallest unit of the base currency. */
    SPEND,
    /** Purchases not given back entirely. */
    VISITS,
    /** Points earned by purchases and occasions, never the balance. */
    POINTS
}
