package org.guildhall.loyalty.earning;

import io.swagger.v3.oas.annotations.media.Schema;

/** How several multipliers on the same line meet. */
@Schema(enumAsRef = true, name = "MultiplierStacking")
public enum Stacking {
    /** They multiply. */
    MULTIPLY,
    /** The best one counts. */
    BEST
}
