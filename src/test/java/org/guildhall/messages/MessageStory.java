package org.guildhall.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.guildhall.access.UnitKind;
import org.guildhall.kernel.MemberId;
import org.guildhall.members.ConsentView;
import org.guildhall.members.MemberStatus;
import org.guildhall.members.Members;
import org.guildhall.members.Transition;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestHttp;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Texts are published, messages planned and sent, and each shows its fate. */
@GuildhallTest
@Import(MessageGround.class)
class MessageStory {

    @Autowired
    TestStaff staff;

    @Autowired
    MessageGround ground;

    @Autowired
    Members members;

    @Autowired
    MovableClock clock;

    @BeforeEach
    void inTheMorning() {
        clock.moveTo(MovableClock.START);
    }

    private static Map<String, Object> draft(String code, int follows, String body) {
        return Map.of(
                "code",
                code,
                "reason",
                "messages.by-hand",
                "purpose",
                "service",
                "channel",
                "app",
                "texts",
                List.of(Map.of("language", "zh-CN", "body", body), Map.of("language", "en", "body", "Hi {{name}}")),
                "expectedVersion",
                follows,
                "note",
                "test");
    }

    private static Map<String, Object> tell(MemberId member, String template, String text) {
        return Map.of("member", member.toString(), "template", template, "facts", Map.of("text", text));
    }

    private static TestHttp.Answer send(TestHttp.Client client, String key, Object body) {
        return client.send("POST", "/api/messages", body, Map.of("Idempotency-Key", key));
    }

    @Test
    void a_text_is_tried_on_a_real_member_and_published_in_versions() {
        var lead = staff.logIn("ops");
        var member = ground.somebody(null);
        var preview = new java.util.HashMap<>(draft("tea", 0, "{{name}}您好，{{text}}{{nobody}}"));
        preview.keySet().removeAll(Set.of("code", "expectedVersion", "note"));
        preview.put("member", member.toString());

        var shown = lead.post("/api/messages/templates/preview", preview);
        assertThat(shown.json().path("shown").get(0).path("body").asString()).isEqualTo("欧**息您好，本周六下午茶会{{nobody}}");
        assertThat(shown.json().path("problems").get(0).path("rule").asString()).isEqualTo("known-variable");
        assertThat(lead.post("/api/messages/templates", draft("tea", 0, "{{nobody}}"))
                        .code())
                .isEqualTo("kernel.invalid-input");

        assertThat(lead.post("/api/messages/templates", draft("tea", 0, "{{text}}"))
                        .status())
                .isEqualTo(200);
        assertThat(lead.post("/api/messages/templates", draft("tea", 0, "{{text}}"))
                        .code())
                .isEqualTo("messages.template-moved");
        assertThat(lead.post("/api/messages/templates", draft("tea", 1, "请来{{text}}"))
                        .json()
                        .path("current")
                        .path("version")
                        .asInt())
                .isEqualTo(2);
        assertThat(lead.post("/api/messages/templates", draft("tea", 1, "别来{{text}}"))
                        .code())
                .isEqualTo("messages.template-moved");
        assertThat(lead.get("/api/messages/templates/tea/versions").json()).hasSize(2);
        assertThat(staff.logIn("svc")
                        .post("/api/messages/templates", draft("tea", 2, "x"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_template_has_a_name_for_people_which_stays_until_it_gets_another() {
        var lead = staff.logIn("ops");
        var nameless = lead.post("/api/messages/templates", draft("named", 0, "{{text}}"));
        assertThat(nameless.json().path("name").isMissingNode()).isTrue();
        assertThat(publish(lead, 1, " 品茶会邀请 ")).isEqualTo("品茶会邀请");
        assertThat(publish(lead, 2, "")).as("kept").isEqualTo("品茶会邀请");
        assertThat(publish(lead, 3, "春日品茶会")).isEqualTo("春日品茶会");
        assertThat(lead.get("/api/messages/templates").json().valueStream())
                .anyMatch(template -> template.path("name").asString("").equals("春日品茶会"));
    }

    private static String publish(TestHttp.Client client, int follows, String name) {
        var body = new java.util.HashMap<>(draft("named", follows, "{{text}}"));
        body.put("name", name);
        var answer = client.post("/api/messages/templates", body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("name").asString();
    }

    @Test
    void a_message_goes_out_once_and_says_what_it_said_and_why() {
        var service = staff.logIn("svc");
        var member = ground.somebody(null);
        var template = ground.template(Purpose.SERVICE, Channel.APP);
        var key = UUID.randomUUID().toString();

        var first = send(service, key, tell(member, template, "您的卡已补办"));
        assertThat(first.json().path("message").path("state").asString()).isEqualTo("planned");
        var id = first.json().path("message").path("id").asString();
        assertThat(send(service, key, tell(member, template, "您的卡已补办"))
                        .json()
                        .path("message")
                        .path("id")
                        .asString())
                .isEqualTo(id);
        assertThat(send(service, key, tell(member, template, "别的")).code()).isEqualTo("messages.message-differs");
        assertThat(send(
                                service,
                                UUID.randomUUID().toString(),
                                Map.of("member", member.toString(), "template", template))
                        .code())
                .isEqualTo("messages.facts-do-not-fit");

        ground.dispatch();
        ground.dispatch();

        var sent = service.get("/api/messages/" + id).json();
        assertThat(sent.path("message").path("state").asString()).isEqualTo("sent");
        assertThat(sent.path("text").path("body").asString()).isEqualTo("欧**息您好，您的卡已补办");
        assertThat(sent.path("attempts")).hasSize(1);
        assertThat(service.get("/api/messages/" + id + "/why").json().toString())
                .contains("messages.needs-no-consent", "messages.sent", "您的卡已补办");
        assertThat(service.get("/api/members/" + member + "/timeline").json().toString())
                .contains("messages.sent");
        assertThat(service.get("/api/messages?member=" + member + "&state=sent")
                        .json()
                        .path("items"))
                .hasSize(1);
    }

    @Test
    void advertising_needs_consent_and_its_withdrawal_counts_until_the_last_moment() {
        var member = ground.somebody(null);
        var template = ground.template(Purpose.MARKETING, Channel.EMAIL);

        var without = ground.plan(member, template, "1");
        ground.dispatch();
        assertThat(ground.get(without).message().suppression()).isEqualTo(Suppression.NO_CONSENT);

        ground.consent(member, ConsentView.Channel.ANY, true);
        var with = ground.plan(member, template, "2");
        ground.dispatch();
        assertThat(ground.state(with)).isEqualTo(MessageState.SENT);

        var planned = ground.plan(member, template, "3");
        clock.advance(java.time.Duration.ofSeconds(1));
        ground.consent(member, ConsentView.Channel.EMAIL, false);
        ground.dispatch();
        assertThat(ground.get(planned).message().suppression()).isEqualTo(Suppression.NO_CONSENT);
    }

    @Test
    void what_was_suppressed_can_be_tried_again_and_what_waits_called_off() {
        var operations = staff.logIn("ops");
        var member = ground.somebody(null);
        var template = ground.template(Purpose.MARKETING, Channel.APP);
        var id = ground.plan(member, template, "1");
        ground.dispatch();
        var because = Map.of("reason", "会员来电同意");

        ground.consent(member, ConsentView.Channel.APP, true);
        assertThat(operations.post("/api/messages/" + id + "/cancel", because).code())
                .isEqualTo("messages.not-cancellable");
        assertThat(operations.post("/api/messages/" + id + "/retry", because).status())
                .isEqualTo(200);
        ground.dispatch();
        assertThat(ground.state(id)).isEqualTo(MessageState.SENT);
        assertThat(operations.post("/api/messages/" + id + "/retry", because).code())
                .isEqualTo("messages.not-retriable");

        var waiting = ground.plan(member, template, "2");
        assertThat(operations
                        .post("/api/messages/" + waiting + "/cancel", because)
                        .status())
                .isEqualTo(200);
        ground.dispatch();
        assertThat(ground.state(waiting)).isEqualTo(MessageState.CANCELLED);
        assertThat(staff.logIn("analyst")
                        .post("/api/messages/" + waiting + "/retry", because)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void short_messages_wait_for_the_morning() {
        var id = ground.plan(ground.somebody(null), ground.template(Purpose.SERVICE, Channel.SMS), "1");
        clock.moveTo(Instant.parse("2026-03-02T14:00:00Z"));

        ground.dispatch();
        var held = ground.get(id).message();
        assertThat(held.state()).isEqualTo(MessageState.PLANNED);
        assertThat(held.heldUntil()).isEqualTo(Instant.parse("2026-03-03T00:00:00Z"));
        assertThat(held.attempts()).isZero();

        clock.moveTo(Instant.parse("2026-03-03T00:00:00Z"));
        ground.dispatch();
        assertThat(ground.state(id)).isEqualTo(MessageState.SENT);
    }

    @Test
    void who_left_is_not_written_to_and_an_erased_member_leaves_the_fate_without_its_content() {
        var member = ground.somebody(null);
        var template = ground.template(Purpose.SERVICE, Channel.APP);
        var before = ground.plan(member, template, "1");
        ground.dispatch();
        staff.asMachine(() -> members.transition(new Transition(
                member,
                MemberStatus.WITHDRAWN,
                "test",
                members.get(member, null).version(),
                null)));
        var after = ground.plan(member, template, "2");
        ground.dispatch();
        assertThat(ground.get(after).message().suppression()).isEqualTo(Suppression.STATUS);

        clock.advance(java.time.Duration.ofDays(4_000));
        staff.asMachine(() -> {
            members.erase(member, "test");
            return true;
        });

        var left = ground.get(before);
        assertThat(left.message().state()).isEqualTo(MessageState.SENT);
        assertThat(left.text()).isNull();
        assertThat(left.facts()).isEmpty();
        assertThat(left.attempts()).hasSize(1);
    }

    @Test
    void a_store_sees_its_own_members_messages_alone() {
        var here = staff.open(UnitKind.STORE, staff.company());
        var there = staff.open(UnitKind.STORE, staff.company());
        var template = ground.template(Purpose.SERVICE, Channel.APP);
        var own = ground.plan(ground.somebody(here), template, "1");
        var others = ground.plan(ground.somebody(there), template, "1");
        var clerk = staff.logIn(staff.hire("store", here));

        assertThat(clerk.get("/api/messages/" + own).status()).isEqualTo(200);
        assertThat(clerk.get("/api/messages/" + others).code()).isEqualTo("messages.unknown-message");
        assertThat(clerk.get("/api/messages?template=" + template)
                        .json()
                        .path("items")
                        .findValuesAsString("id"))
                .containsExactly(own.toString());
    }
}
