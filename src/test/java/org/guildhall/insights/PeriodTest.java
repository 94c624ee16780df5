package org.guildhall.insights;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {

    @ParameterizedTest(name = "{0} to {1} is compared with {2} to {3}")
    @CsvSource({
        "2025-12-01, 2026-11-22, 2024-12-01, 2025-11-22", // a year to date: the same months, to the same day
        "2025-12-01, 2026-11-30, 2024-12-01, 2025-11-30",
        "2026-03-01, 2026-03-31, 2026-02-01, 2026-02-28", // whole months end with theirs
        "2026-03-01, 2026-03-30, 2026-02-01, 2026-02-28", // a day that February has not
        "2026-04-01, 2026-04-15, 2026-03-01, 2026-03-15",
        "2026-03-10, 2026-03-19, 2026-02-28, 2026-03-09", // as many days before
    })
    void a_period_is_compared_with_one_of_its_like(LocalDate from, LocalDate to, LocalDate was, LocalDate until) {
        assertThat(new Period(from, to).before()).isEqualTo(new Period(was, until));
    }
}
