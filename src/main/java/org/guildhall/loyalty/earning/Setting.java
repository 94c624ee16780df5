package org.guildhall.loyalty.earning;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.guildhall.members.Birthday;
import org.jspecify.annotations.Nullable;

/**
 * The circumstances in which a purchase was made; kept with it, so that a return is judged under the same ones.
 *
 * @param tier the tier the member was on
 * @param first no purchase before it was still standing
 * @param room what the caps left to earn
 */
public record Setting(
        LocalDate day,
        String tier,
        BigDecimal tierMultiplier,
        boolean first,
        @Nullable Birthday birthday,
        Room room) {

    /** What could still be earned under each cap; {@link Long#MAX_VALUE} where there is none. */
    public record Room(long purchase, long day, long month) {

        /** No cap binds. */
        public static final Room UNLIMITED = new Room(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);

        long least() {
            return Math.min(purchase, Math.min(day, month));
        }
    }
}
