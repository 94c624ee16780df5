package org.guildhall.demo.trade;

import com.nlf.calendar.Lunar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/** How busy a day is in a Chinese department store, in thousandths of an ordinary day. */
final class Seasons {

    /** The busiest day any rule yields; chances are taken against it. */
    static final int BUSIEST = 2600;

    private final Map<Integer, LocalDate> springFestivals = new HashMap<>();
    private final Map<Integer, LocalDate> midAutumns = new HashMap<>();

    int busyness(LocalDate day) {
        int weekday = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY ? 1300 : 880;
        return Math.min(BUSIEST, weekday * season(day) / 1000);
    }

    private int season(LocalDate day) {
        long toSpring = ChronoUnit.DAYS.between(day, springFestival(day));
        if (toSpring >= 1 && toSpring <= 21) {
            return 1750;
        }
        if (toSpring <= 0 && toSpring >= -3) {
            return 350;
        }
        long toMidAutumn = ChronoUnit.DAYS.between(day, midAutumn(day));
        if (toMidAutumn >= 0 && toMidAutumn <= 9) {
            return 1450;
        }
        return switch (day.getMonthValue()) {
            case 2, 3 -> 820;
            case 6 -> day.getDayOfMonth() <= 18 ? 1550 : 850;
            case 10 -> day.getDayOfMonth() <= 7 ? 1500 : 950;
            case 11 -> day.getDayOfMonth() <= 11 ? 2000 : 900;
            case 12 -> day.getDayOfMonth() == 12 ? 1700 : 1050;
            case 7, 8 -> 930;
            default -> 1000;
        };
    }

    private LocalDate springFestival(LocalDate day) {
        return springFestivals.computeIfAbsent(day.getYear(), year -> solar(year, 1, 1));
    }

    private LocalDate midAutumn(LocalDate day) {
        return midAutumns.computeIfAbsent(day.getYear(), year -> solar(year, 8, 15));
    }

    private static LocalDate solar(int year, int month, int day) {
        var solar = Lunar.fromYmd(year, month, day).getSolar();
        return LocalDate.of(solar.getYear(), solar.getMonth(), solar.getDay());
    }
}
