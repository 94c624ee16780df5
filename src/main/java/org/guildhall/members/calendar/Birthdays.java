package org.guildhall.members.calendar;

import com.nlf.calendar.Lunar;
import com.nlf.calendar.LunarMonth;
import com.nlf.calendar.LunarYear;
import com.nlf.calendar.Solar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.members.Birthday;
import org.guildhall.members.Birthday.CalendarKind;
import org.jspecify.annotations.Nullable;

/** Turns birthdays into days of the solar calendar by the rules stated at {@link Birthday}. */
public final class Birthdays {

    private static final int FIRST_YEAR = 1850;
    private static final int LAST_YEAR = 2150;
    private static final Map<Integer, LunarCalendarYear> YEARS = new ConcurrentHashMap<>();

    private Birthdays() {}

    /** A month and day of the lunar calendar. */
    public record LunarDay(int month, int day, boolean leapMonth) {}

    private record LunarCalendarYear(int leapMonth, Map<Integer, LunarMonthOfYear> months) {}

    private record LunarMonthOfYear(LocalDate firstDay, int days) {}

    /** Refuses a date that the calendar never has. */
    public static void check(CalendarKind calendar, @Nullable Integer year, int month, int day, boolean leapMonth) {
        if (year != null && (year < FIRST_YEAR || year > LAST_YEAR)) {
            throw InvalidInput.of("birthday.year", year, "year-1850-to-2150");
        }
        if (month < 1 || month > 12) {
            throw InvalidInput.of("birthday.month", month, "month-1-to-12");
        }
        int longest = calendar == CalendarKind.LUNAR
                ? 30
                : LocalDate.of(year == null ? 2000 : year, month, 1).lengthOfMonth();
        if (day < 1 || day > longest) {
            throw InvalidInput.of("birthday.day", day, "day-within-month");
        }
        if (leapMonth && calendar == CalendarKind.SOLAR) {
            throw InvalidInput.of("birthday.leapMonth", true, "leap-month-only-lunar");
        }
    }

    /** The solar day on which the birthday is observed in the given year of its own calendar. */
    public static LocalDate observed(Birthday birthday, int year) {
        if (birthday.calendar() == CalendarKind.SOLAR) {
            var first = LocalDate.of(year, birthday.month(), 1);
            return first.withDayOfMonth(Math.min(birthday.day(), first.lengthOfMonth()));
        }
        var lunarYear = lunarYear(year);
        boolean inLeap = birthday.leapMonth() && lunarYear.leapMonth == birthday.month();
        var month = Objects.requireNonNull(lunarYear.months.get(inLeap ? -birthday.month() : birthday.month()));
        return month.firstDay.plusDays(Math.min(birthday.day(), month.days) - 1L);
    }

    /** The first day on or after the given one on which the birthday is observed. */
    public static LocalDate nextOnOrAfter(Birthday birthday, LocalDate date) {
        for (int year = date.getYear() - 1; ; year++) {
            var day = observed(birthday, year);
            if (!day.isBefore(date)) {
                return day;
            }
        }
    }

    /** The lunar birthdays observed on a solar day, most often one; two or three where a rule moves one there. */
    public static List<LunarDay> observedOn(LocalDate date) {
        var lunar = Solar.fromYmd(date.getYear(), date.getMonthValue(), date.getDayOfMonth())
                .getLunar();
        int month = Math.abs(lunar.getMonth());
        boolean leap = lunar.getMonth() < 0;
        var days = new ArrayList<LunarDay>();
        for (int day : new int[] {lunar.getDay(), lunar.getDay() + 1}) {
            for (boolean bornInLeap : new boolean[] {false, true}) {
                if (day <= 30) {
                    var born = Birthday.lunar(null, month, day, bornInLeap);
                    if ((!leap || bornInLeap) && observed(born, lunar.getYear()).equals(date)) {
                        days.add(new LunarDay(month, day, bornInLeap));
                    }
                }
            }
        }
        return days;
    }

    private static LunarCalendarYear lunarYear(int year) {
        return YEARS.computeIfAbsent(year, Birthdays::compute);
    }

    private static LunarCalendarYear compute(int year) {
        var months = new HashMap<Integer, LunarMonthOfYear>();
        int leap = 0;
        for (LunarMonth month : LunarYear.fromYear(year).getMonthsInYear()) {
            leap = month.isLeap() ? Math.abs(month.getMonth()) : leap;
            var first = Lunar.fromYmd(year, month.getMonth(), 1).getSolar();
            var firstDay = LocalDate.of(first.getYear(), first.getMonth(), first.getDay());
            months.put(month.getMonth(), new LunarMonthOfYear(firstDay, month.getDayCount()));
        }
        return new LunarCalendarYear(leap, Map.copyOf(months));
    }
}
