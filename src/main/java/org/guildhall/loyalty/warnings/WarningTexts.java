package org.guildhall.loyalty.warnings;

import java.util.List;
import java.util.Map;
import org.guildhall.messages.Channel;
import org.guildhall.messages.Language;
import org.guildhall.messages.MessageReason;
import org.guildhall.messages.Purpose;
import org.guildhall.messages.TemplateText;
import org.guildhall.messages.Variable;
import org.guildhall.messages.VariableType;
import org.guildhall.policies.Clause;
import org.guildhall.policies.PolicyKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What there is to tell ahead, the texts an installation begins with, and the rules. */
@Configuration(proxyBeanMethods = false)
class WarningTexts {

    @Bean
    PolicyKind<WarningsPolicy> warningsPolicy() {
        return WarningsPolicy.KIND;
    }

    @Bean
    Clause warningsClause() {
        return new Clause(
                "4.10",
                Clause.texts("到期与复核提醒", "到期與複核提醒", "Warning ahead"),
                Clause.texts(
                        "积分到期前、等级复核前，按规定的天数提前提醒会员：同一月份到期的积分合并提醒，每个提前天数只提醒一次，金额过小的不打扰。",
                        "積分到期前、等級複核前，按規定的天數提前提醒會員：同一月份到期的積分合併提醒，每個提前天數只提醒一次，數量過小的不打擾。",
                        "Members are told the stated number of days before points lapse and tiers are reviewed: of all"
                                + " points that lapse within a month together, once for each number of days, and not of"
                                + " trifles."));
    }

    @Bean
    MessageReason pointsLapsing() {
        return new MessageReason(
                "loyalty.points-lapsing",
                List.of(
                        new Variable("points", VariableType.COUNT, true),
                        new Variable("day", VariableType.DATE, true),
                        new Variable("lots", VariableType.LOTS, false)),
                Map.of(
                        "points",
                        1_500,
                        "day",
                        "2026-03-10",
                        "lots",
                        List.of(
                                Map.of("amount", 1_200, "until", "2026-03-10"),
                                Map.of("amount", 300, "until", "2026-03-31"))),
                List.of(new MessageReason.BuiltIn(
                        "points-lapsing",
                        Purpose.SERVICE,
                        Channel.APP,
                        List.of(
                                text(
                                        Language.ZH_CN,
                                        "{{name}}您好，您有 {{points}} 积分即将到期，最早到 {{day}}：{{lots}}。逾期失效，请及时使用。【{{sender}}】"),
                                text(
                                        Language.ZH_TW,
                                        "{{name}}您好，您有 {{points}} 積分即將到期，最早到 {{day}}：{{lots}}。逾期失效，請及時使用。【{{sender}}】"),
                                text(
                                        Language.EN,
                                        "Dear {{name}}, {{points}} of your points are about to lapse, the first after"
                                                + " {{day}}: {{lots}}. Please use them in time. [{{sender}}]")))));
    }

    @Bean
    MessageReason tierReviewAhead() {
        return new MessageReason(
                "loyalty.tier-review",
                List.of(new Variable("tier", VariableType.TEXT, false), new Variable("day", VariableType.DATE, true)),
                Map.of("tier", "金", "day", "2026-03-31"),
                List.of(new MessageReason.BuiltIn(
                        "tier-review",
                        Purpose.SERVICE,
                        Channel.APP,
                        List.of(
                                text(
                                        Language.ZH_CN,
                                        "{{name}}您好，您的{{tier}}等级有效至 {{day}}，到期将按制度复核。在此之前的消费都计入复核。【{{sender}}】"),
                                text(
                                        Language.ZH_TW,
                                        "{{name}}您好，您的{{tier}}等級有效至 {{day}}，到期將按制度複核。在此之前的消費都計入複核。【{{sender}}】"),
                                text(
                                        Language.EN,
                                        "Dear {{name}}, your tier is certain until {{day}} and reviewed after that;"
                                                + " purchases until then count. [{{sender}}]")))));
    }

    private static TemplateText text(Language language, String body) {
        return new TemplateText(language, null, body);
    }
}
