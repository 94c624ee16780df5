package org.guildhall.messages;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.UnitId;
import org.guildhall.members.ConsentView;
import org.guildhall.members.MemberProfile;
import org.guildhall.members.RecordConsent;
import org.guildhall.members.consents.Consents;
import org.guildhall.testing.TestMembers;
import org.guildhall.testing.TestStaff;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/** Members with addresses, templates, and short words for planning and sending. */
@TestComponent
final class MessageGround {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final TestStaff staff;
    private final TestMembers members;
    private final Templates templates;
    private final Outbox outbox;
    private final Consents consents;
    private final TransactionTemplate transaction;

    MessageGround(
            TestStaff staff,
            TestMembers members,
            Templates templates,
            Outbox outbox,
            Consents consents,
            TransactionTemplate transaction) {
        this.staff = staff;
        this.members = members;
        this.templates = templates;
        this.outbox = outbox;
        this.consents = consents;
        this.transaction = transaction;
    }

    /** Somebody with a name, a mobile and an e-mail address. */
    MemberId somebody(@Nullable UnitId home) {
        int number = COUNT.incrementAndGet();
        return members.enter(
                new MemberProfile(
                        "欧阳消息",
                        null,
                        null,
                        "1390000%04d".formatted(number),
                        "m" + number + "@example.com",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                null,
                home);
    }

    /** A template for what is told by hand. */
    String template(Purpose purpose, Channel channel) {
        var code = "test-" + purpose.code() + "-" + channel.code() + "-" + COUNT.incrementAndGet();
        var closing = purpose == Purpose.MARKETING ? "【{{sender}}】{{unsubscribe}}" : "";
        staff.asMachine(() -> templates.publish(new PublishTemplate(
                code,
                null,
                "messages.by-hand",
                purpose,
                channel,
                List.of(new TemplateText(
                        Language.ZH_CN, channel == Channel.EMAIL ? "通知" : null, "{{name}}您好，{{text}}" + closing)),
                0,
                "test")));
        return code;
    }

    /** Plans one message as a module would; its identifier. */
    UUID plan(MemberId member, String template, String period) {
        staff.asMachine(() -> transaction.execute(status -> outbox.plan(PlanMessages.of(
                template, List.of(new PlanMessages.Wish(member, period, Map.of("text", "茶会"), null))))));
        return staff
                .asMachine(() -> outbox.list(
                        new MessageQuery(null, null, null, template, member.value(), null, null, null, 200)))
                .items()
                .stream()
                .filter(message -> message.period().equals(period))
                .findFirst()
                .orElseThrow()
                .id();
    }

    void consent(MemberId member, ConsentView.Channel channel, boolean granted) {
        staff.asMachine(() -> consents.record(
                member, new RecordConsent(ConsentView.Purpose.MARKETING, channel, granted, "2026-01", "form", null)));
    }

    int dispatch() {
        return staff.asMachine(outbox::dispatch);
    }

    MessageDetail get(UUID id) {
        return staff.asMachine(() -> outbox.get(id));
    }

    MessageState state(UUID id) {
        return get(id).message().state();
    }
}
