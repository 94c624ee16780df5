package org.guildhall.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.guildhall.kernel.MemberId;
import org.guildhall.members.MemberProfile;
import org.guildhall.members.Members;
import org.guildhall.members.UpdateMember;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestHttp.Client;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Before an import is undone, it is said what has been built on it since, and with whom. */
@GuildhallTest
class UndoDependantsStory {

    @Autowired
    TestStaff staff;

    @Autowired
    Members members;

    @Autowired
    MovableClock clock;

    @Test
    void whoSpentOrBoughtSinceIsCountedAndNamed() {
        var lead = staff.logIn("lead");
        var desk = new ImportDesk(lead);
        var upload = desk.upload("purchases.csv", bytes("""
                会员号,单号,消费时间,金额
                UD1,ud-1,2026-02-01 10:00:00,100.00
                UD2,ud-2,2026-02-01 10:00:00,100.00
                UD3,ud-3,2026-02-01 10:00:00,100.00
                """));
        desk.run(upload);
        var before = preview(lead, desk, upload);
        assertThat(before.path("purchases").asInt()).as(before.toString()).isEqualTo(3);
        assertThat(before.path("spenders").asInt()).isZero();
        assertThat(before.path("dependants")).isEmpty();

        clock.advance(Duration.ofMinutes(1));
        spend(lead, member("UD1"), "ud-spend");
        buy(lead, member("UD2"), "ud-later");
        staff.asMachine(() -> members.update(UpdateMember.of(member("UD3"), MemberProfile.of("后来的名", null))));

        var after = preview(lead, desk, upload);
        assertThat(after.path("spenders").asInt()).isEqualTo(1);
        assertThat(named(after, "SPENT_SINCE")).isEqualTo("UD1");
        assertThat(named(after, "BOUGHT_SINCE")).isEqualTo("UD2");
        assertThat(named(after, "CHANGED_SINCE")).isEqualTo("UD3");
    }

    @Test
    void theMembersThatAnImportEnteredAreNamedWithWhatTheyDidSince() {
        var lead = staff.logIn("lead");
        var desk = new ImportDesk(lead);
        var upload = desk.upload("members.csv", bytes("""
                会员号,姓名
                UM1,王一
                UM2,李二
                """));
        desk.run(upload);
        clock.advance(Duration.ofMinutes(1));
        buy(lead, member("UM2"), "um-1");

        var after = preview(lead, desk, upload);

        assertThat(after.path("withdrawn").asInt()).isEqualTo(2);
        assertThat(named(after, "BOUGHT_SINCE")).isEqualTo("UM2");
        assertThat(after.path("dependants")).hasSize(1);
    }

    private MemberId member(String number) {
        return Objects.requireNonNull(
                staff.asMachine(() -> members.findByNumber(List.of(number)).get(number)));
    }

    private static JsonNode preview(Client client, ImportDesk desk, JsonNode upload) {
        return client.post(desk.path(upload) + "/undo-preview", Map.of()).json();
    }

    /** The number of the one member named for this kind. */
    private static String named(JsonNode preview, String kind) {
        for (var dependants : preview.path("dependants")) {
            if (dependants.path("kind").asString("").equals(kind)) {
                assertThat(dependants.path("count").asInt()).isEqualTo(1);
                assertThat(dependants.path("first")).hasSize(1);
                return dependants.path("first").get(0).path("number").asString("");
            }
        }
        throw new AssertionError("no " + kind + " in " + preview);
    }

    private static void spend(Client client, MemberId member, String key) {
        var answer = client.post(
                "/api/members/" + member + "/points", Map.of("amount", 10, "kind", "spend", "reason", "gift"), key);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private static void buy(Client client, MemberId member, String number) {
        var answer = client.post(
                "/api/purchases",
                Map.of(
                        "source",
                        "counter",
                        "number",
                        number,
                        "member",
                        member.toString(),
                        "occurredAt",
                        "2026-03-02T01:00:00Z",
                        "total",
                        Map.of("minor", 5_000, "currency", "CNY")));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
