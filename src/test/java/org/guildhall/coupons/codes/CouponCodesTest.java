package org.guildhall.coupons.codes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class CouponCodesTest {

    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    @Test
    void any_one_wrong_character_is_noticed() {
        for (int round = 0; round < 200; round++) {
            var code = CouponCodes.next();
            assertThat(CouponCodes.wellFormed(code)).isTrue();
            for (int i = 0; i < code.length(); i++) {
                for (int w = 0; w < LETTERS.length(); w++) {
                    char wrong = LETTERS.charAt(w);
                    var mistyped = code.substring(0, i) + wrong + code.substring(i + 1);
                    assertThat(CouponCodes.wellFormed(mistyped)).isEqualTo(wrong == code.charAt(i));
                }
            }
        }
    }

    @Test
    void codes_do_not_repeat_and_use_every_character_everywhere() {
        var seen = new HashSet<String>();
        var used = new HashSet<String>();
        for (int i = 0; i < 5_000; i++) {
            var code = CouponCodes.next();
            assertThat(seen.add(code)).isTrue();
            for (int at = 0; at < code.length(); at++) {
                used.add(at + "" + code.charAt(at));
            }
        }
        assertThat(used).hasSize(12 * LETTERS.length());
    }

    @Test
    void what_is_read_off_a_screen_is_found_however_it_is_typed() {
        var code = CouponCodes.next();
        var typed = CouponCodes.shown(code)
                .toLowerCase(Locale.ROOT)
                .replace('0', 'o')
                .replace('1', 'l');
        assertThat(CouponCodes.normal(" " + typed + " ")).isEqualTo(code);
        assertThat(CouponCodes.wellFormed("ABC")).isFalse();
    }
}
