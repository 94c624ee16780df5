package org.guildhall.benefits.rules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.guildhall.benefits.BenefitsPolicy.Benefit;
import org.guildhall.benefits.Offer;
import org.guildhall.benefits.Quota;
import org.guildhall.members.Birthday;
import org.jspecify.annotations.Nullable;

/**
 * The period a day lies in, within which uses of a benefit are counted together.
 *
 * @param key by which the period is told from others: its first day, of a birthday the day itself
 * @param firstDay absent when it never began
 * @param lastDay absent when it never ends
 */
public record Window(
        String period,
        LocalDate key,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay) {

    /** Where everything that has no period is counted. */
    private static final LocalDate ALWAYS = LocalDate.EPOCH;

    private static final int MONTHS_IN_QUARTER = 3;

    /** The window a day lies in; absent for a birthday that is far or not known. */
    public static @Nullable Window of(Benefit benefit, Holder holder, LocalDate day) {
        return switch (benefit.quota()) {
            case Quota.Unlimited unlimited -> new Window(unlimited.periodCode(), ALWAYS, null, null);
            case Quota.Limited limited -> of(limited.period(), benefit, holder, day);
        };
    }

    private static @Nullable Window of(Quota.Period period, Benefit benefit, Holder holder, LocalDate day) {
        return switch (period) {
            case DAY -> of(period, day, day.plusDays(1));
            case WEEK -> {
                var monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                yield of(period, monday, monday.plusWeeks(1));
            }
            case MONTH ->
                of(period, day.withDayOfMonth(1), day.withDayOfMonth(1).plusMonths(1));
            case QUARTER -> {
                int past = (day.getMonthValue() - 1) % MONTHS_IN_QUARTER;
                var first = day.withDayOfMonth(1).minusMonths(past);
                yield of(period, first, first.plusMonths(MONTHS_IN_QUARTER));
            }
            case YEAR -> of(period, day.withDayOfYear(1), day.withDayOfYear(1).plusYears(1));
            case MEMBERSHIP_YEAR -> membershipYear(holder.joinedOn(), day);
            case BIRTHDAY -> around(holder.birthday(), benefit.offer(), day);
            case EVER -> new Window(period.code(), ALWAYS, null, null);
        };
    }

    private static Window membershipYear(LocalDate joinedOn, LocalDate day) {
        int years = Math.max(0, day.getYear() - joinedOn.getYear());
        if (years > 0 && joinedOn.plusYears(years).isAfter(day)) {
            years--;
        }
        return of(Quota.Period.MEMBERSHIP_YEAR, joinedOn.plusYears(years), joinedOn.plusYears(years + 1L));
    }

    private static @Nullable Window around(@Nullable Birthday birthday, Offer offer, LocalDate day) {
        if (birthday == null || !(offer instanceof Offer.BirthdayGift gift)) {
            return null;
        }
        var observed = birthday.nextOnOrAfter(day.minusDays(gift.daysAfter()));
        var first = observed.minusDays(gift.daysBefore());
        return first.isAfter(day)
                ? null
                : new Window(Quota.Period.BIRTHDAY.code(), observed, first, observed.plusDays(gift.daysAfter()));
    }

    /** The first day on or after the given one that lies in the window around a birthday; absent if it is not known. */
    public static @Nullable LocalDate nextBirthday(Benefit benefit, Holder holder, LocalDate day) {
        var birthday = holder.birthday();
        if (birthday == null || !(benefit.offer() instanceof Offer.BirthdayGift gift)) {
            return null;
        }
        var first = birthday.nextOnOrAfter(day.minusDays(gift.daysAfter())).minusDays(gift.daysBefore());
        return first.isBefore(day) ? day : first;
    }

    private static Window of(Quota.Period period, LocalDate first, LocalDate next) {
        return new Window(period.code(), first, first, next.minusDays(1));
    }

    /** The first day of the next window; absent when there is none, or nobody can say. */
    public @Nullable LocalDate nextDay() {
        return lastDay == null || period.equals(Quota.Period.BIRTHDAY.code()) ? null : lastDay.plusDays(1);
    }
}
