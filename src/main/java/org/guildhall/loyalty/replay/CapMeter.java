package org.guildhall.loyalty.replay;

import java.time.LocalDate;
import java.time.YearMonth;
import org.guildhall.loyalty.earning.Caps;
import org.guildhall.loyalty.earning.Setting;
import org.jspecify.annotations.Nullable;

/** Counts what a member earned on the present day and in the present month, net of returns. */
final class CapMeter {

    private LocalDate day = LocalDate.MIN;
    private YearMonth month = YearMonth.from(LocalDate.EPOCH);
    private long onDay;
    private long inMonth;

    Setting.Room room(Caps caps, LocalDate today) {
        if (caps.equals(Caps.NONE)) {
            turnTo(today);
            return Setting.Room.UNLIMITED;
        }
        turnTo(today);
        return new Setting.Room(
                left(caps.perPurchase(), 0), left(caps.perDay(), onDay), left(caps.perMonth(), inMonth));
    }

    void earned(LocalDate on, long points) {
        if (on.equals(day)) {
            onDay += points;
        }
        if (on.getMonthValue() == month.getMonthValue() && on.getYear() == month.getYear()) {
            inMonth += points;
        }
    }

    private void turnTo(LocalDate today) {
        if (!today.equals(day)) {
            if (today.getMonthValue() != month.getMonthValue() || today.getYear() != month.getYear()) {
                month = YearMonth.from(today);
                inMonth = 0;
            }
            day = today;
            onDay = 0;
        }
    }

    private static long left(@Nullable Long cap, long used) {
        return cap == null ? Long.MAX_VALUE : Math.max(0, cap - used);
    }
}
