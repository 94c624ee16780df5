package org.guildhall.messages.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.messages.Channel;
import org.guildhall.messages.Language;
import org.guildhall.messages.MessagePolicy;
import org.guildhall.messages.MessageReason;
import org.guildhall.messages.Purpose;
import org.guildhall.messages.Recipient;
import org.guildhall.messages.TemplateText;
import org.guildhall.messages.Variable;
import org.guildhall.messages.VariableType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RenderingTest {

    private static final MessageReason REASON = new MessageReason(
            "test.ending",
            List.of(
                    new Variable("points", VariableType.COUNT, true),
                    new Variable("day", VariableType.DATE, false),
                    new Variable("lots", VariableType.LOTS, false),
                    new Variable("worth", VariableType.MONEY, false),
                    new Variable("word", VariableType.TEXT, false)),
            Map.of(
                    "points",
                    1_500,
                    "day",
                    "2026-03-31",
                    "worth",
                    Map.of("minor", 1250, "currency", "CNY"),
                    "lots",
                    List.of(
                            Map.of("amount", 1_200, "until", "2026-03-10"),
                            Map.of("amount", 300, "until", "2026-03-31"))),
            List.of());

    private static TemplateText text(Language language, String body) {
        return new TemplateText(language, null, body);
    }

    private static String rendered(Language language, String body, @Nullable String name) {
        var recipient = new Recipient(
                new MemberId(new UUID(1, 1)),
                "80000017",
                name,
                null,
                null,
                null,
                Recipient.Reach.ALL,
                Set.of(),
                Map.of(),
                false);
        return Rendering.render(
                        Channel.APP,
                        text(language, body),
                        REASON,
                        new Rendering.Values(recipient, REASON.sample(), MessagePolicy.DEFAULT))
                .body();
    }

    @Test
    void values_are_written_as_the_language_writes_them() {
        var body = "{{name}} {{points}} {{ day }} {{lots}} {{worth}} {{sender}} {{number}}";

        assertThat(rendered(Language.ZH_CN, body, "王小明"))
                .isEqualTo("王小明 1,500 2026年3月31日 1,200（2026年3月10日止）、300（2026年3月31日止） 12.50元 会员中心 80000017");
        assertThat(rendered(Language.EN, body, "Wang"))
                .isEqualTo("Wang 1,500 31 Mar 2026 1,200 (until 10 Mar 2026), 300 (until 31 Mar 2026) CNY 12.50 会员中心"
                        + " 80000017");
    }

    @Test
    void what_a_value_says_is_never_taken_for_a_variable() {
        assertThat(rendered(Language.ZH_CN, "{{name}}：{{points}}", "{{points}}$1"))
                .isEqualTo("{{points}}$1：1,500");
    }

    @Test
    void somebody_without_a_name_is_addressed_all_the_same() {
        assertThat(rendered(Language.ZH_TW, "{{name}}您好", null)).isEqualTo("會員您好");
    }

    @Test
    void a_language_without_a_text_gets_simplified_chinese() {
        var texts = List.of(text(Language.ZH_CN, "中"), text(Language.EN, "en"));

        assertThat(Rendering.choose(texts, Language.EN).body()).isEqualTo("en");
        assertThat(Rendering.choose(texts, Language.ZH_TW).body()).isEqualTo("中");
        assertThat(Language.spoken("zh-HK")).isEqualTo(Language.ZH_TW);
        assertThat(Language.spoken("fr")).isEqualTo(Language.ZH_CN);
    }

    @Test
    void facts_that_are_missing_unknown_or_of_another_type_are_named() {
        var texts = List.of(text(Language.ZH_CN, "{{points}} {{day}} {{name}}"));

        assertThat(Rendering.broken(REASON, texts, Map.of("points", 5, "day", "2026-03-31")))
                .isEmpty();
        assertThat(Rendering.broken(REASON, texts, Map.of("points", "many", "other", 1)))
                .extracting(Refusal.Field::field, Refusal.Field::rule)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("facts.points", "type"),
                        org.assertj.core.groups.Tuple.tuple("facts.day", "required"),
                        org.assertj.core.groups.Tuple.tuple("facts.other", "known"));
    }

    @Test
    void the_rules_of_texts_name_what_is_wrong_where() {
        assertThat(rules(Purpose.SERVICE, Channel.APP, text(Language.ZH_CN, "{{points}}分")))
                .isEmpty();
        assertThat(rules(Purpose.SERVICE, Channel.APP, text(Language.ZH_CN, "{{poinst}}分")))
                .containsExactlyInAnyOrder("known-variable", "needs-variable");
        assertThat(rules(Purpose.SERVICE, Channel.APP, text(Language.ZH_CN, "{{points}} {{day")))
                .containsExactly("whole-variables");
        assertThat(rules(Purpose.SERVICE, Channel.APP, text(Language.EN, "{{points}}")))
                .containsExactly("required");
        assertThat(rules(Purpose.SERVICE, Channel.EMAIL, text(Language.ZH_CN, "{{points}}")))
                .containsExactly("required");
        assertThat(rules(Purpose.SERVICE, Channel.SMS, text(Language.ZH_CN, "{{points}}" + "长".repeat(200))))
                .containsExactly("sms-parts");
        assertThat(rules(Purpose.MARKETING, Channel.SMS, text(Language.ZH_CN, "{{points}}")))
                .containsExactly("needs-variable", "needs-variable");
        assertThat(rules(
                        Purpose.SERVICE,
                        Channel.EMAIL,
                        new TemplateText(Language.ZH_CN, "积分\r\nBcc: x@example.com", "{{points}}")))
                .containsExactly("one-line");
    }

    private static List<String> rules(Purpose purpose, Channel channel, TemplateText text) {
        return new TemplateCheck(REASON, purpose, channel, MessagePolicy.DEFAULT)
                .broken(List.of(text)).stream().map(Refusal.Field::rule).toList();
    }
}
