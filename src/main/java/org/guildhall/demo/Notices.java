package org.guildhall.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.loyalty.CarryOut;
import org.guildhall.loyalty.DailyRuns;
import org.guildhall.loyalty.RunQuery;
import org.guildhall.members.MemberQuery;
import org.guildhall.members.MemberRow;
import org.guildhall.members.Members;
import org.guildhall.messages.Channel;
import org.guildhall.messages.Language;
import org.guildhall.messages.MessageBecause;
import org.guildhall.messages.MessageQuery;
import org.guildhall.messages.MessageState;
import org.guildhall.messages.Outbox;
import org.guildhall.messages.PlanMessages;
import org.guildhall.messages.PublishTemplate;
import org.guildhall.messages.Purpose;
import org.guildhall.messages.TemplateText;
import org.guildhall.messages.Templates;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What members were told lately, what they were not told and why, and what goes out next week. */
@Component
class Notices {

    private static final String BY_HAND = "messages.by-hand";
    private static final Map<String, String> NAMES = Map.of(
            "card-reissued", "会员卡补发通知",
            "spring-offer", "换季优惠",
            "tea-party", "品茶会邀请",
            "spring-offer-mail", "换季优惠邮件");
    private static final int TOLD = 150;
    private static final int CALLED_OFF = 3;

    private final Templates templates;
    private final Outbox outbox;
    private final Members members;
    private final DailyRuns runs;
    private final Surroundings surroundings;

    Notices(Templates templates, Outbox outbox, Members members, DailyRuns runs, Surroundings surroundings) {
        this.templates = templates;
        this.outbox = outbox;
        this.members = members;
        this.runs = runs;
        this.surroundings = surroundings;
    }

    /** Time and transactions. */
    @Component
    record Surroundings(BusinessTime time, TransactionTemplate transaction) {}

    /** Tells all of it; told again, it changes nothing. */
    void tell(DemoStory story) {
        publish();
        var some = members.search(new MemberQuery(null, null, "-joinedOn", null, null, TOLD))
                .items();
        plan("card-reissued", some.subList(0, some.size() / 5), Map.of("text", "您的会员卡已补办，请到开卡门店领取"), Duration.ZERO);
        plan(
                "spring-offer",
                some,
                Map.of(
                        "text",
                        "春茶上市，明前龙井会员八五折",
                        "until",
                        story.today().plusDays(20).toString()),
                Duration.ZERO);
        plan(
                "tea-party",
                some,
                Map.of("text", "会员品茶会", "until", story.today().plusDays(7).toString()),
                Duration.ZERO);
        outbox.dispatch();
        plan(
                "spring-offer-mail",
                some,
                Map.of("text", "换季服饰第二件半价", "until", story.today().plusDays(30).toString()),
                Duration.ofDays(7));
        callOff();
        runs.carryOut(new CarryOut(RunQuery.Kind.WARNING, null, surroundings.time.today()));
    }

    private void publish() {
        publish(
                "card-reissued",
                Purpose.SERVICE,
                Channel.SMS,
                new TemplateText(Language.ZH_CN, null, "【{{sender}}】{{name}}您好，{{text}}。"),
                new TemplateText(Language.ZH_TW, null, "【{{sender}}】{{name}}您好，{{text}}。"),
                new TemplateText(Language.EN, null, "[{{sender}}] Dear {{name}}, {{text}}."));
        publish(
                "spring-offer",
                Purpose.MARKETING,
                Channel.SMS,
                new TemplateText(Language.ZH_CN, null, "【{{sender}}】{{text}}，{{until}}前有效。{{unsubscribe}}"),
                new TemplateText(Language.ZH_TW, null, "【{{sender}}】{{text}}，{{until}}前有效。{{unsubscribe}}"),
                new TemplateText(Language.EN, null, "[{{sender}}] {{text}}, until {{until}}. {{unsubscribe}}"));
        publish(
                "tea-party",
                Purpose.MARKETING,
                Channel.APP,
                new TemplateText(
                        Language.ZH_CN, null, "{{sender}}：{{name}}您好，邀请您参加{{text}}，{{until}}前报名。{{unsubscribe}}"),
                new TemplateText(
                        Language.ZH_TW, null, "{{sender}}：{{name}}您好，邀請您參加{{text}}，{{until}}前報名。{{unsubscribe}}"),
                new TemplateText(
                        Language.EN,
                        null,
                        "{{sender}}: Dear {{name}}, you are invited: {{text}}. Register by {{until}}. {{unsubscribe}}"));
        publish(
                "spring-offer-mail",
                Purpose.MARKETING,
                Channel.EMAIL,
                new TemplateText(
                        Language.ZH_CN,
                        "{{sender}}：{{text}}",
                        "尊敬的{{name}}：\n\n{{text}}，{{until}}前凭会员号 {{number}} 到店享受。\n\n{{sender}}\n{{unsubscribe}}"),
                new TemplateText(
                        Language.ZH_TW,
                        "{{sender}}：{{text}}",
                        "尊敬的{{name}}：\n\n{{text}}，{{until}}前憑會員號 {{number}} 到店享受。\n\n{{sender}}\n{{unsubscribe}}"),
                new TemplateText(
                        Language.EN,
                        "{{sender}}: {{text}}",
                        "Dear {{name}},\n\n{{text}}, until {{until}}, with your number {{number}}.\n\n{{sender}}\n"
                                + "{{unsubscribe}}"));
    }

    private void publish(String code, Purpose purpose, Channel channel, TemplateText... texts) {
        if (templates.list().stream().noneMatch(template -> template.code().equals(code))) {
            templates.publish(
                    new PublishTemplate(code, NAMES.get(code), BY_HAND, purpose, channel, List.of(texts), 0, "首次发布"));
        }
    }

    private void plan(String template, List<MemberRow> told, Map<String, Object> facts, Duration ahead) {
        var at = surroundings.time.now().plus(ahead);
        var wishes = new ArrayList<PlanMessages.Wish>();
        for (var member : told) {
            wishes.add(new PlanMessages.Wish(member.id(), "demo|" + template, facts, null, at));
        }
        surroundings.transaction.execute(status -> outbox.plan(PlanMessages.of(template, wishes)));
    }

    private void callOff() {
        outbox.list(new MessageQuery(
                        MessageState.PLANNED,
                        Channel.EMAIL,
                        null,
                        "spring-offer-mail",
                        null,
                        null,
                        null,
                        null,
                        CALLED_OFF))
                .items()
                .forEach(message -> outbox.cancel(message.id(), new MessageBecause("会员已到店购买")));
    }
}
