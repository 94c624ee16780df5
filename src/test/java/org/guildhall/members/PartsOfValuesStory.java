package org.guildhall.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guildhall.members.FrontDesk.register;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestHttp.Client;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@GuildhallTest
class PartsOfValuesStory {

    @Autowired
    TestStaff staff;

    @Test
    void whoSeesMasksFillsInOnePartAndErasesNoOther() {
        var lead = staff.logIn("lead");
        var address = Map.of("regionCode", "310104", "line", "漕溪北路 88 号");
        var id = register(lead, Map.of("kind", "PERSON", "profile", Map.of("name", "分部人", "address", address)));
        var svc = staff.logIn("svc");

        change(svc, id, Map.of("set", Map.of("address", Map.of("postcode", "200030"))));

        var kept = profile(lead, id).path("address");
        assertThat(kept.path("regionCode").asString()).isEqualTo("310104");
        assertThat(kept.path("line").asString()).isEqualTo("漕溪北路 88 号");
        assertThat(kept.path("postcode").asString()).isEqualTo("200030");

        change(svc, id, Map.of("set", Map.of(), "clearParts", List.of("address.postcode")));
        assertThat(profile(lead, id).path("address").has("postcode")).isFalse();
        assertThat(profile(lead, id).path("address").path("line").asString()).isEqualTo("漕溪北路 88 号");

        var anew = Map.of("address", Map.of("line", "新街 1 号"));
        change(svc, id, Map.of("set", anew, "clear", List.of("ADDRESS")));
        assertThat(profile(lead, id).path("address").has("regionCode")).isFalse();
        change(svc, id, Map.of("set", Map.of(), "clearParts", List.of("address.line")));
        assertThat(profile(lead, id).has("address")).isFalse();
    }

    @Test
    void anOrganisationKeepsItsSpeakersWhenOnlyTheIndustryIsGivenAndLosesThemOneListAtATime() {
        var lead = staff.logIn("lead");
        var people = List.of(Map.of("name", "负责人"));
        var organisation = Map.of("size", "SMALL", "representatives", people, "contacts", people);
        var id = register(
                lead, Map.of("kind", "ORGANISATION", "profile", Map.of("name", "分部公司", "organisation", organisation)));

        change(staff.logIn("svc"), id, Map.of("set", Map.of("organisation", Map.of("industry", "茶叶"))));
        var kept = profile(lead, id).path("organisation");
        assertThat(kept.path("size").asString()).isEqualTo("SMALL");
        assertThat(kept.path("representatives").size()).isEqualTo(1);
        assertThat(kept.path("industry").asString()).isEqualTo("茶叶");

        change(lead, id, Map.of("set", Map.of("organisation", Map.of("contacts", List.of()))));
        var left = profile(lead, id).path("organisation");
        assertThat(left.path("contacts").size()).isZero();
        assertThat(left.path("representatives").size()).isEqualTo(1);
    }

    @Test
    void oneAttributeIsEmptiedWithoutTheOthersEvenThoseNoLongerInUse() {
        var lead = staff.logIn("lead");
        for (var code : List.of("parts_a", "parts_b")) {
            define(staff.logIn("admin"), code, false, 0);
        }
        var values = Map.of("parts_a", "甲", "parts_b", "乙");
        var id = register(lead, Map.of("kind", "PERSON", "profile", Map.of("name", "属性人", "attributes", values)));
        define(staff.logIn("admin"), "parts_b", true, 1);

        change(lead, id, Map.of("set", Map.of(), "clearParts", List.of("attributes.parts_a")));

        assertThat(profile(lead, id).path("attributes").has("parts_a")).isFalse();
        assertThat(profile(lead, id).path("attributes").path("parts_b").asString())
                .isEqualTo("乙");
    }

    @Test
    void aPartNobodyKnowsIsRefused() {
        var lead = staff.logIn("lead");
        var id = register(lead, "无此部分", null, null);
        var answer = lead.patch("/api/members/" + id, Map.of("set", Map.of(), "clearParts", List.of("address.planet")));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("fields").get(0).path("rule").asString()).isEqualTo("known-part");
    }

    private static void change(Client client, String id, Map<String, ?> change) {
        var answer = client.patch("/api/members/" + id, change);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private static JsonNode profile(Client client, String id) {
        return client.get("/api/members/" + id).json().path("profile");
    }

    private static void define(Client client, String code, boolean retired, int version) {
        var definition = new HashMap<String, Object>(Map.of(
                "code",
                code,
                "type",
                "TEXT",
                "label",
                Map.of("zh-CN", code),
                "choices",
                List.of(),
                "personal",
                false,
                "position",
                0,
                "retired",
                retired));
        if (version > 0) {
            definition.put("version", version);
        }
        var answer = client.post("/api/member-attributes", definition);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }
}
