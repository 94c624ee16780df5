package org.guildhall.members;

import static org.assertj.core.api.Assertions.assertThat;

import org.guildhall.members.masking.Masks;
import org.guildhall.members.names.NameKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameKeysTest {

    @ParameterizedTest
    @CsvSource({
        "王小明,wangxiaoming,wxm",
        "单雄信,shanxiongxin,sxx",
        "曾国藩,zengguofan,zgf",
        "解晓东,xiexiaodong,xxd",
        "仇英,qiuying,qy",
        "区小姐,ouxiaojie,oxj",
        "查良镛,zhaliangyong,zly",
        "尉迟恭,yuchigong,ycg",
        "吕布,lvbu,lb"
    })
    void aSurnameIsReadAsASurname(String name, String pinyin, String initials) {
        var keys = NameKeys.of(name);

        assertThat(keys.pinyin()).isEqualTo(pinyin);
        assertThat(keys.initials()).isEqualTo(initials);
    }

    @Test
    void aNameInLettersIsFoundByItsFirstAndItsLastWord() {
        var keys = NameKeys.of("John  Smith");

        assertThat(keys.key()).isEqualTo("johnsmith");
        assertThat(keys.pinyin()).isEqualTo("smithjohn");
        assertThat(keys.initials()).isEqualTo("js");
    }

    @Test
    void dotsAndSpacesDoNotMatterAndNoNameHasNoKeys() {
        assertThat(NameKeys.of("买买提·艾力").key()).isEqualTo("买买提艾力");
        assertThat(NameKeys.of("John·").initials()).isEqualTo("j");
        assertThat(NameKeys.of("·").initials()).isEmpty();
        assertThat(NameKeys.of(" ")).isEqualTo(NameKeys.of(null));
    }

    @Test
    void masksShowEnoughToAskThePersonBackAndNoMore() {
        assertThat(Masks.name("王小明")).isEqualTo("王*明");
        assertThat(Masks.name("王明")).isEqualTo("王*");
        assertThat(Masks.name("欧阳小明")).isEqualTo("欧**明");
        assertThat(Masks.name("𠮷野家")).isEqualTo("𠮷*家");
        assertThat(Masks.name("John Smith")).isEqualTo("J***");
        assertThat(Masks.mobile("+8613812345678")).isEqualTo("138****5678");
        assertThat(Masks.mobile("+85291234567")).isEqualTo("+852****4567");
        assertThat(Masks.email("someone@example.org")).isEqualTo("s***@example.org");
        assertThat(Masks.document("11010519491231002X")).isEqualTo("1101**********002X");
        assertThat(Masks.document("E1234567")).isEqualTo("******67");
    }
}
