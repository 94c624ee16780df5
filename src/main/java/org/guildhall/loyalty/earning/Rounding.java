package org.guildhall.loyalty.earning;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.RoundingMode;

/** How the points of a purchase become whole: once per purchase, after multipliers and before fixed bonuses. */
@Schema(enumAsRef = true, name = "PointsRounding")
public enum Rounding {
    /** Fractions are dropped. */
    DOWN(RoundingMode.DOWN),
    /** Half a point and more becomes one. */
    HALF_UP(RoundingMode.HALF_UP);

    private final RoundingMode mode;

    Rounding(RoundingMode mode) {
        this.mode = mode;
    }

    RoundingMode mode() {
        return mode;
    }
}
