package org.guildhall.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.guildhall.kernel.Refusal;
import org.guildhall.members.Birthday.CalendarKind;
import org.guildhall.members.calendar.Birthdays;
import org.guildhall.members.calendar.Birthdays.LunarDay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BirthdayTest {

    @ParameterizedTest
    @CsvSource({
        "1,1,2025-01-29",
        "1,15,2025-02-12",
        "5,5,2025-05-31",
        "7,7,2025-08-29",
        "8,15,2025-10-06",
        "9,9,2025-10-29"
    })
    void theLunarFestivalsOf2025AreOnTheirDays(int month, int day, LocalDate expected) {
        assertThat(Birthday.lunar(null, month, day, false).nextOnOrAfter(LocalDate.of(2025, 1, 29)))
                .isEqualTo(expected);
    }

    @Test
    void aMissingThirtiethIsObservedOnTheTwentyNinth() {
        var newYearsEve = Birthday.lunar(null, 12, 30, false);

        assertThat(newYearsEve.nextOnOrAfter(LocalDate.of(2026, 1, 20))).isEqualTo(LocalDate.of(2026, 2, 16));
    }

    @Test
    void aLeapMonthBirthdayFallsInTheLeapMonthIfThereIsOneElseInTheOrdinaryMonth() {
        var leapSixth = Birthday.lunar(null, 6, 10, true);
        var ordinarySixth = Birthday.lunar(null, 6, 10, false);

        assertThat(Birthdays.observed(leapSixth, 2025)).isEqualTo(LocalDate.of(2025, 8, 3));
        assertThat(Birthdays.observed(ordinarySixth, 2025)).isEqualTo(LocalDate.of(2025, 7, 4));
        assertThat(Birthdays.observed(leapSixth, 2026)).isEqualTo(Birthdays.observed(ordinarySixth, 2026));
    }

    @Test
    void theTwentyNinthOfFebruaryIsObservedOnTheTwentyEighthInCommonYears() {
        var leapDay = Birthday.solar(LocalDate.of(2000, 2, 29));

        assertThat(leapDay.isOn(LocalDate.of(2026, 2, 28))).isTrue();
        assertThat(leapDay.isOn(LocalDate.of(2028, 2, 28))).isFalse();
        assertThat(leapDay.isOn(LocalDate.of(2028, 2, 29))).isTrue();
    }

    @Test
    void theBirthdaysFoundForADayAreExactlyThoseObservedOnIt() {
        for (var day = LocalDate.of(2025, 1, 1); day.getYear() < 2027; day = day.plusDays(1)) {
            var found = Birthdays.observedOn(day);
            for (int month = 1; month <= 12; month++) {
                for (int lunarDay : new int[] {1, 2, 15, 28, 29, 30}) {
                    for (boolean leap : new boolean[] {false, true}) {
                        var born = Birthday.lunar(null, month, lunarDay, leap);
                        assertThat(found.contains(new LunarDay(month, lunarDay, leap)))
                                .as("%s on %s", born, day)
                                .isEqualTo(born.isOn(day));
                    }
                }
            }
        }
    }

    @Test
    void aDateThatNoCalendarHasIsRefusedWithItsField() {
        assertThatThrownBy(() -> new Birthday(CalendarKind.SOLAR, 2025, 2, 29, false))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(
                                        refusal.reason().fields().getFirst().field())
                                .isEqualTo("birthday.day"));
        assertThatThrownBy(() -> Birthday.lunar(null, 12, 31, false)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new Birthday(CalendarKind.SOLAR, null, 6, 1, true))
                .isInstanceOf(Refusal.class);
    }
}
