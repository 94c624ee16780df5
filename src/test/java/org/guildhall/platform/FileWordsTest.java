package org.guildhall.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.guildhall.coupons.CouponKind;
import org.guildhall.coupons.CouponView;
import org.guildhall.lottery.DrawView;
import org.guildhall.mall.RedemptionView;
import org.guildhall.members.Gender;
import org.guildhall.members.MemberKind;
import org.guildhall.members.MemberStatus;
import org.guildhall.prepaid.MovementKind;
import org.guildhall.prepaid.PaymentMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FileWordsTest {

    private static final Path WORDS = Path.of("src/main/resources/words");
    private static final List<String> LANGUAGES = List.of("zh-CN", "zh-TW", "en");

    static Stream<String> modules() throws IOException {
        try (var files = Files.list(WORDS)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.contains("_"))
                    .map(name -> name.substring(0, name.indexOf('.')))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("modules")
    void every_language_has_the_same_words_and_as_many_headings(String module) {
        var source = read(module + ".properties");
        for (var other : List.of("_zh_TW", "_en")) {
            var words = read(module + other + ".properties");
            assertThat(words.keySet()).isEqualTo(source.keySet());
            assertThat(words.values()).noneMatch(word -> word.toString().isBlank());
            source.forEach((key, word) -> {
                if (key.toString().startsWith("head.")) {
                    assertThat(words.getProperty(key.toString()).split("\\|"))
                            .as("%s of %s%s", key, module, other)
                            .hasSameSizeAs(word.toString().split("\\|"));
                }
            });
        }
    }

    @Test
    void every_value_that_a_file_shows_has_a_word_in_every_language() {
        for (var language : LANGUAGES) {
            all("members", language, "kind", MemberKind.values());
            all("members", language, "status", MemberStatus.values());
            all("members", language, "gender", Gender.values());
            all("mall", language, "state", RedemptionView.State.values());
            all("coupons", language, "state", CouponView.State.values());
            all("coupons", language, "kind", CouponKind.values());
            all("lottery", language, "state", DrawView.State.values());
            all("prepaid", language, "kind", MovementKind.values());
            all("prepaid", language, "method", PaymentMethod.values());
        }
    }

    @Test
    void an_unknown_language_is_answered_in_the_first_and_an_unknown_code_as_it_is() {
        assertThat(FileWords.of("members", "fr").head("members")).startsWith("会员编号");
        assertThat(FileWords.of("members", null).word("gender", Gender.FEMALE)).isEqualTo("女");
        assertThat(FileWords.of("members", "zh-TW").word("status", MemberStatus.EXPIRED))
                .isEqualTo("到期");
        assertThat(FileWords.of("loyalty", "en").word("tier", "gold")).isEqualTo("Gold");
        assertThat(FileWords.of("loyalty", "en").word("tier", "founder")).isEqualTo("founder");
    }

    private static void all(String module, String language, String kind, Enum<?>... values) {
        var words = FileWords.of(module, language);
        for (var value : values) {
            assertThat(words.word(kind, value))
                    .as("%s %s in %s", module, value, language)
                    .isNotBlank();
        }
    }

    private static Properties read(String file) {
        var words = new Properties();
        try (Reader reader = Files.newBufferedReader(WORDS.resolve(file))) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
