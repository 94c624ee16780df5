package org.guildhall.benefits.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.guildhall.benefits.BenefitsPolicy.Benefit;
import org.guildhall.benefits.Offer;
import org.guildhall.benefits.Quota;
import org.guildhall.benefits.Quota.Period;
import org.guildhall.kernel.Money;
import org.guildhall.members.Birthday;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WindowTest {

    private static final LocalDate JOINED = LocalDate.of(2024, 2, 29);

    private static Holder holder(@Nullable Birthday birthday) {
        return new Holder(true, "gold", 1, JOINED, birthday, List.of());
    }

    private static Benefit benefit(Period period) {
        Offer offer = period == Period.BIRTHDAY
                ? new Offer.BirthdayGift("蛋糕", 3, 7, Money.cny(100))
                : new Offer.FreeService("洗车", Money.cny(100));
        return new Benefit("b", "权益", "4.11", offer, new Quota.Limited(1, period), List.of(), List.of(), false);
    }

    @ParameterizedTest
    @CsvSource({
        "DAY, 2026-03-02, 2026-03-02, 2026-03-02",
        "WEEK, 2026-03-01, 2026-02-23, 2026-03-01",
        "MONTH, 2026-02-28, 2026-02-01, 2026-02-28",
        "QUARTER, 2026-06-30, 2026-04-01, 2026-06-30",
        "QUARTER, 2026-01-01, 2026-01-01, 2026-03-31",
        "YEAR, 2026-12-31, 2026-01-01, 2026-12-31",
        "MEMBERSHIP_YEAR, 2026-02-27, 2025-02-28, 2026-02-27",
        "MEMBERSHIP_YEAR, 2026-02-28, 2026-02-28, 2027-02-27",
        "MEMBERSHIP_YEAR, 2028-02-28, 2027-02-28, 2028-02-28",
    })
    void a_day_lies_in_its_period(Period period, LocalDate day, LocalDate first, LocalDate last) {
        var window = Objects.requireNonNull(Window.of(benefit(period), holder(null), day));
        assertThat(window.firstDay()).isEqualTo(first);
        assertThat(window.lastDay()).isEqualTo(last);
        assertThat(window.key()).isEqualTo(first);
        assertThat(window.nextDay()).isEqualTo(last.plusDays(1));
    }

    @ParameterizedTest
    @EnumSource(names = {"DAY", "WEEK", "MONTH", "QUARTER", "YEAR", "MEMBERSHIP_YEAR"})
    void periods_follow_one_another_without_a_gap_and_hold_each_of_their_days(Period period) {
        var random = new Random(period.code().hashCode());
        for (int i = 0; i < 2_000; i++) {
            var day = JOINED.plusDays(random.nextInt(5_000));
            var window = Objects.requireNonNull(Window.of(benefit(period), holder(null), day));
            var first = Objects.requireNonNull(window.firstDay());
            var last = Objects.requireNonNull(window.lastDay());
            assertThat(day).isBetween(first, last);
            assertThat(Window.of(benefit(period), holder(null), first)).isEqualTo(window);
            assertThat(Window.of(benefit(period), holder(null), last)).isEqualTo(window);
            var next = Objects.requireNonNull(Window.of(benefit(period), holder(null), last.plusDays(1)));
            assertThat(next.firstDay()).isEqualTo(last.plusDays(1));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-25, , 2026-12-26",
        "2026-12-26, 2026-12-29, ",
        "2026-12-29, 2026-12-29, ",
        "2027-01-05, 2026-12-29, ",
        "2027-01-06, , 2027-12-26",
    })
    void a_birthday_is_kept_some_days_before_and_after_also_over_new_year(
            LocalDate day, @Nullable LocalDate key, @Nullable LocalDate next) {
        var holder = holder(Birthday.solar(LocalDate.of(1990, 12, 29)));
        var window = Window.of(benefit(Period.BIRTHDAY), holder, day);
        assertThat(window == null ? null : window.key()).isEqualTo(key);
        if (next != null) {
            assertThat(Window.nextBirthday(benefit(Period.BIRTHDAY), holder, day))
                    .isEqualTo(next);
        }
    }

    @Test
    void without_a_birthday_there_is_no_window_and_no_next() {
        assertThat(Window.of(benefit(Period.BIRTHDAY), holder(null), JOINED)).isNull();
        assertThat(Window.nextBirthday(benefit(Period.BIRTHDAY), holder(null), JOINED))
                .isNull();
    }

    @Test
    void once_and_for_all_never_begins_anew() {
        var window = Objects.requireNonNull(Window.of(benefit(Period.EVER), holder(null), JOINED));
        assertThat(window.nextDay()).isNull();
        assertThat(Window.of(benefit(Period.EVER), holder(null), JOINED.plusYears(30)))
                .isEqualTo(window);
    }
}
