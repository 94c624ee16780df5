package org.guildhall.members;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.members.calendar.Birthdays;
import org.jspecify.annotations.Nullable;

/**
 * A birthday as the person keeps it, by the solar or the lunar calendar, with or without the year.
 *
 * <p>When it is observed: 29 February on 28 February in common years; a lunar leap month in the ordinary month of that number
 * when the year has no such leap month (and a birthday of an ordinary month never moves to the leap one); day 30 of a lunar
 * month on day 29 when the month has only 29. Lunar months run from 1 to 12 within the lunar year.
 */
public record Birthday(CalendarKind calendar, @Nullable Integer year, int month, int day, boolean leapMonth) {

    /** The calendar a birthday is kept by. */
    @Schema(enumAsRef = true, name = "BirthdayCalendar")
    public enum CalendarKind {
        /** The Gregorian calendar. */
        SOLAR,
        /** The Chinese lunisolar calendar. */
        LUNAR
    }

    /** Refuses dates that the calendar never has. */
    public Birthday {
        Birthdays.check(InvalidInput.required("birthday.calendar", calendar), year, month, day, leapMonth);
    }

    /** A solar birthday with its year. */
    public static Birthday solar(LocalDate date) {
        return new Birthday(CalendarKind.SOLAR, date.getYear(), date.getMonthValue(), date.getDayOfMonth(), false);
    }

    /** A lunar birthday. */
    public static Birthday lunar(@Nullable Integer year, int month, int day, boolean leapMonth) {
        return new Birthday(CalendarKind.LUNAR, year, month, day, leapMonth);
    }

    /** The first day on or after the given one on which the birthday is observed. */
    public LocalDate nextOnOrAfter(LocalDate date) {
        return Birthdays.nextOnOrAfter(this, date);
    }

    /** Whether the birthday is observed on the day. */
    public boolean isOn(LocalDate date) {
        return nextOnOrAfter(date).equals(date);
    }

    /** Whether the birthday is observed in the calendar month (solar) that the day lies in. */
    public boolean isInMonthOf(LocalDate date) {
        return nextOnOrAfter(date.withDayOfMonth(1))
                .isBefore(date.withDayOfMonth(1).plusMonths(1));
    }

    /** The day of birth in the solar calendar, when the year is known. */
    public @Nullable LocalDate solarDateOfBirth() {
        return year == null ? null : Birthdays.observed(this, year);
    }
}
