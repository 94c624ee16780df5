package org.guildhall.intake.cleaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.guildhall.intake.ImportSettings.DateOrder;
import org.guildhall.intake.ImportSettings.DecimalSign;
import org.guildhall.intake.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CleaningRulesTest {

    private static final java.time.ZoneId HERE = java.time.ZoneId.of("Asia/Shanghai");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13800138000",
                "138-0013-8000",
                "138 0013 8000",
                "+86 138 0013 8000",
                "+8613800138000",
                "8613800138000",
                "0086-13800138000",
                "１３８００１３８０００",
                "13800138000.0",
                "(138)00138000",
                " 13800138000 "
            })
    void a_chinese_mobile_in_any_dress_becomes_one_number(String dirty) {
        assertThat(Phones.clean(dirty)).isEqualTo(Cleaned.value("+8613800138000"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1380013800", "12345678901", "abc", "138001380001", "1.38001E+10", "+86 12345", "010-12345678"})
    void what_is_no_mobile_is_named_so(String bad) {
        assertThat(Phones.clean(bad)).isEqualTo(Cleaned.bad(Rule.PHONE_UNREADABLE));
    }

    @Test
    void a_foreign_number_must_name_its_country() {
        assertThat(Phones.clean("+1 416 555 0199")).isEqualTo(Cleaned.value("+14165550199"));
        assertThat(Phones.clean("4165550199")).isEqualTo(Cleaned.bad(Rule.PHONE_UNREADABLE));
        assertThat(Phones.clean("0")).isEqualTo(Cleaned.blank());
        assertThat(Phones.clean("")).isEqualTo(Cleaned.blank());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            12|1200
            12.3|1230
            12.34|1234
            0.05|5
            .5|50
            1,234.50|123450
            ¥1,234.50|123450
            ￥99|9900
            12.50元|1250
            $ 7.00|700
            １２．５０|1250
            -3.20|-320
            (3.20)|-320
            3.20-|-320
            ¥-3.20|-320
            −3.20|-320
            4.440892e-16|0
            1.5E3|150000
            12.999999999|1300
            999999999999.99|99999999999999
            """)
    void amounts_become_whole_fen(String dirty, long fen) {
        assertThat(Amounts.clean(dirty, 2, DecimalSign.POINT)).isEqualTo(Cleaned.value(fen));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            12,34|AMOUNT_UNREADABLE
            1,23,456|AMOUNT_UNREADABLE
            twelve|AMOUNT_UNREADABLE
            1.2.3|AMOUNT_UNREADABLE
            .|AMOUNT_UNREADABLE
            12.345|TOO_MANY_DECIMALS
            9999999999999999.00|AMOUNT_TOO_LARGE
            """)
    void bad_amounts_name_their_rule(String dirty, Rule rule) {
        assertThat(Amounts.clean(dirty, 2, DecimalSign.POINT)).isEqualTo(Cleaned.bad(rule));
    }

    @Test
    void the_decimal_sign_is_a_setting_and_decimals_are_those_of_the_currency() {
        assertThat(Amounts.clean("1.234,50", 2, DecimalSign.COMMA)).isEqualTo(Cleaned.value(123450L));
        assertThat(Amounts.clean("12,5", 2, DecimalSign.COMMA)).isEqualTo(Cleaned.value(1250L));
        assertThat(Amounts.clean("12.5", 2, DecimalSign.COMMA)).isEqualTo(Cleaned.bad(Rule.AMOUNT_UNREADABLE));
        assertThat(Amounts.clean("120", 0, DecimalSign.POINT)).isEqualTo(Cleaned.value(120L));
        assertThat(Amounts.clean("120.5", 0, DecimalSign.POINT)).isEqualTo(Cleaned.bad(Rule.TOO_MANY_DECIMALS));
        assertThat(Amounts.clean("--", 2, DecimalSign.POINT)).isEqualTo(Cleaned.blank());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2017-01-28|2017-01-28T00:00
            2017-01-28 14:06:53|2017-01-28T14:06:53
            2017-01-28T14:06:53Z|2017-01-28T22:06:53
            2017-01-28T18:06:53.120Z|2017-01-29T02:06:53
            2016-12-31 16:00:00Z|2017-01-01T00:00
            2017/1/8 9:05|2017-01-08T09:05
            2017.1.8|2017-01-08T00:00
            2017年1月8日|2017-01-08T00:00
            19970118|1997-01-18T00:00
            20170128140653|2017-01-28T14:06:53
            05/03/2024|2024-03-05T00:00
            5-3-2024 02:30 PM|2024-03-05T14:30
            2016-2|2016-02-01T00:00
            45356|2024-03-05T00:00
            45356.5|2024-03-05T12:00
            ２０２４－０３－０５|2024-03-05T00:00
            """)
    void dates_of_all_sorts_become_one(String dirty, LocalDateTime at) {
        assertThat(Dates.clean(dirty, DateOrder.DAY_FIRST, HERE)).isEqualTo(Cleaned.value(at));
    }

    @Test
    void the_order_of_day_and_month_is_a_setting() {
        assertThat(Dates.clean("05/03/2024", DateOrder.MONTH_FIRST, HERE))
                .isEqualTo(Cleaned.value(LocalDateTime.of(2024, 5, 3, 0, 0)));
        assertThat(Dates.clean("13/03/2024", DateOrder.MONTH_FIRST, HERE)).isEqualTo(Cleaned.bad(Rule.DATE_IMPOSSIBLE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2017-02-29", "2017-13-01", "31/04/2024", "20170230", "2017-01-01 25:00:00"})
    void days_that_never_were_are_impossible(String bad) {
        assertThat(Dates.clean(bad, DateOrder.DAY_FIRST, HERE)).isEqualTo(Cleaned.bad(Rule.DATE_IMPOSSIBLE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "12", "2017-1-1-1", "1/2/17", "2016"})
    void what_is_no_date_is_unreadable(String bad) {
        assertThat(Dates.clean(bad, DateOrder.DAY_FIRST, HERE)).isEqualTo(Cleaned.bad(Rule.DATE_UNREADABLE));
    }

    @Test
    void names_lose_full_width_letters_doubled_blanks_and_invisible_signs() {
        assertThat(Texts.clean("  Ａnn   Lee\u200b ", 100)).isEqualTo(Cleaned.value("Ann Lee"));
        assertThat(Texts.clean("王　小明", 100)).isEqualTo(Cleaned.value("王 小明"));
        assertThat(Texts.clean("王小明", 2)).isEqualTo(Cleaned.bad(Rule.TEXT_TOO_LONG));
        assertThat(Texts.email(" Ann@Example.COM ")).isEqualTo(Cleaned.value("ann@example.com"));
        assertThat(Texts.email("ann@example")).isEqualTo(Cleaned.bad(Rule.EMAIL_UNREADABLE));
    }
}
