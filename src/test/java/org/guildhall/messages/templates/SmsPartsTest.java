package org.guildhall.messages.templates;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SmsPartsTest {

    @Test
    void latin_letters_count_by_the_gsm_alphabet() {
        assertThat(SmsParts.of("a".repeat(160))).isEqualTo(1);
        assertThat(SmsParts.of("a".repeat(161))).isEqualTo(2);
        assertThat(SmsParts.of("a".repeat(306))).isEqualTo(2);
        assertThat(SmsParts.of("a".repeat(307))).isEqualTo(3);
    }

    @Test
    void a_bracket_counts_twice() {
        assertThat(SmsParts.of("[" + "a".repeat(158))).isEqualTo(1);
        assertThat(SmsParts.of("[" + "a".repeat(159))).isEqualTo(2);
    }

    @Test
    void one_chinese_character_makes_all_of_them_wide() {
        assertThat(SmsParts.of("分" + "a".repeat(69))).isEqualTo(1);
        assertThat(SmsParts.of("分" + "a".repeat(70))).isEqualTo(2);
        assertThat(SmsParts.of("分".repeat(134))).isEqualTo(2);
        assertThat(SmsParts.of("分".repeat(135))).isEqualTo(3);
    }
}
