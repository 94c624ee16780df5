package org.guildhall.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.guildhall.members.identification.CreditCodes;
import org.guildhall.members.identification.MemberNumbers;
import org.guildhall.members.identification.Mobiles;
import org.guildhall.members.identification.ResidentIds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentificationTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13812345678",
                "138 1234 5678",
                "+86 138-1234-5678",
                "0086 13812345678",
                "１３８１２３４５６７８",
                "86138 12345678"
            })
    void aChineseMobileIsReadInAnyCommonWritingAndKeptInE164(String given) {
        assertThat(Mobiles.normalise(given)).contains("+8613812345678");
    }

    @Test
    void aForeignMobileNeedsItsCountryCode() {
        assertThat(Mobiles.normalise("+852 9123 4567")).contains("+85291234567");
        assertThat(Mobiles.normalise("91234567")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"12812345678", "1381234567", "138123456789", "+86 12812345678", "abc", ""})
    void whatIsNoMobileIsNotReadAsOne(String given) {
        assertThat(Mobiles.normalise(given)).isEmpty();
    }

    @Test
    void aResidentNumberHasARealBirthdayAndTheRightCheckCharacter() {
        assertThat(ResidentIds.valid("11010519491231002X")).isTrue();
        assertThat(ResidentIds.valid(ResidentIds.normalise("11010519491231002x")))
                .isTrue();
        assertThat(ResidentIds.valid("110105194912310021")).isFalse();
        assertThat(ResidentIds.valid("11010519491331002X")).isFalse();
        assertThat(ResidentIds.valid("1101051949123100")).isFalse();
    }

    @Test
    void permitsOfTheSameFormPass() {
        for (var prefix : new String[] {"810000", "820000", "830000", "911101"}) {
            var body = prefix + "19900307001";
            assertThat(ResidentIds.valid(body + ResidentIds.check(body)))
                    .as(prefix)
                    .isTrue();
        }
    }

    @Test
    void everySlipOfOneDigitInAResidentNumberIsNoticed() {
        var number = "11010519491231002X";
        for (int i = 14; i < 17; i++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                var slipped = number.substring(0, i) + digit + number.substring(i + 1);
                assertThat(ResidentIds.valid(slipped)).isEqualTo(slipped.equals(number));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"91110000600037341L", "91 110000 600037341L", "91310110666007217T", "9144030071526726XG"})
    void genuineCreditCodesCheck(String given) {
        var code = CreditCodes.normalise(given);

        assertThat(CreditCodes.wellFormed(code)).isTrue();
        assertThat(CreditCodes.checks(code)).isTrue();
    }

    @Test
    void aWrongCheckCharacterIsToldFromAWrongAlphabet() {
        assertThat(CreditCodes.wellFormed("91110000600037341N")).isTrue();
        assertThat(CreditCodes.checks("91110000600037341N")).isFalse();
        assertThat(CreditCodes.wellFormed("9111000060003IOZSV")).isFalse();
    }

    @Test
    void aGeneratedNumberNoticesEverySlipOfOneDigit() {
        var number = MemberNumbers.generated("8", 8, 4711);

        assertThat(number).hasSize(10).startsWith("8");
        assertThat(MemberNumbers.checks(number)).isTrue();
        IntStream.range(0, number.length()).forEach(i -> {
            var other = number.charAt(i) == '9' ? '0' : (char) (number.charAt(i) + 1);
            assertThat(MemberNumbers.checks(number.substring(0, i) + other + number.substring(i + 1)))
                    .isFalse();
        });
    }
}
