package org.guildhall.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guildhall.members.FrontDesk.ids;
import static org.guildhall.members.FrontDesk.register;
import static org.guildhall.members.FrontDesk.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.guildhall.access.UnitKind;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestHttp.Client;
import org.guildhall.testing.TestStaff;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@GuildhallTest
class MemberListsStory {

    private static final AtomicInteger NEXT = new AtomicInteger(2500);

    @Autowired
    TestStaff staff;

    @Autowired
    DSLContext sql;

    @Test
    void pagesTogetherHoldEveryMatchExactlyOnce() {
        var lead = staff.logIn("lead");
        var expected = new HashSet<String>();
        for (var name : List.of("龙龙", "龙大", "大龙", "大大龙", "龙", "龙龙龙", "小龙龙", "龙小", "阿龙")) {
            expected.add(register(lead, name, null, null));
        }
        for (int limit : new int[] {1, 2, 4, 50}) {
            var found = new ArrayList<String>();
            String cursor = null;
            do {
                var query = new HashMap<String, Object>(Map.of("text", "龙", "limit", limit));
                if (cursor != null) {
                    query.put("cursor", cursor);
                }
                var page = search(lead, query);
                found.addAll(ids(page));
                cursor = page.path("next").isMissingNode()
                        ? null
                        : page.path("next").asString();
            } while (cursor != null);
            assertThat(found).doesNotHaveDuplicates().containsAll(expected);
        }
        assertThat(search(lead, Map.of("text", "龙")).path("total").path("value").asInt())
                .isGreaterThanOrEqualTo(expected.size());
        assertThat(lead.post("/api/members/search", Map.of("text", "龙", "cursor", "bad"))
                        .json()
                        .path("fields")
                        .get(0)
                        .path("field")
                        .asString())
                .isEqualTo("cursor");
    }

    @Test
    void conditionsCombineAndWhatIsUnknownIsNamed() {
        var lead = staff.logIn("lead");
        define(lead, "pets", "NUMBER");
        var id = register(
                lead,
                Map.of(
                        "kind", "PERSON",
                        "tags", List.of("爱狗"),
                        "profile",
                                Map.of(
                                        "name", "条件人",
                                        "birthday",
                                                Map.of("calendar", "LUNAR", "month", 1, "day", 15, "leapMonth", false),
                                        "attributes", Map.of("pets", 3))));
        var has = List.of(
                Map.of("type", "tagged", "any", List.of("爱狗")),
                Map.of("type", "birthday-month", "in", List.of(3)),
                Map.of("type", "attribute", "code", "pets", "test", "AT_LEAST", "values", List.of("2")),
                Map.of("type", "has", "field", "MOBILE", "known", false),
                Map.of("type", "not", "of", Map.of("type", "status", "in", List.of("WITHDRAWN"))));

        assertThat(ids(search(lead, Map.of("filter", Map.of("type", "all", "of", has)))))
                .containsExactly(id);
        var unknown = lead.post(
                "/api/members/search",
                Map.of("filter", Map.of("type", "attribute", "code", "cars", "test", "KNOWN", "values", List.of())));
        assertThat(unknown.json().path("fields").get(0).path("rule").asString()).isEqualTo("known-attribute");
        assertThat(lead.post("/api/members/search", Map.of("txt", "x")).code()).isEqualTo("kernel.invalid-input");
        assertThat(lead.post(
                                "/api/members",
                                Map.of("kind", "PERSON", "profile", Map.of("attributes", Map.of("pets", "many"))))
                        .json()
                        .path("fields")
                        .get(0)
                        .path("field")
                        .asString())
                .isEqualTo("attributes.pets");
    }

    @Test
    void manyAreTaggedInOneActAndTheActIsUndone() throws Exception {
        var lead = staff.logIn("lead");
        var store = staff.open(UnitKind.STORE, staff.company());
        for (int i = 0; i < 7; i++) {
            register(lead, "批量" + i, null, store.toString());
        }
        var query = Map.of("filter", Map.of("type", "home", "in", List.of(store.toString())));
        var act = Map.of("query", query, "assignment", Map.of("addTags", List.of("活动")), "reason", "春季活动");

        assertThat(lead.post("/api/members/bulk/preview", act)
                        .json()
                        .path("members")
                        .path("value")
                        .asInt())
                .isEqualTo(7);
        var job = await(lead, lead.post("/api/members/bulk", act).json());
        assertThat(job.path("result").path("changed").asInt()).isEqualTo(7);
        var tagged = Map.of("filter", Map.of("type", "tagged", "any", List.of("活动")));
        assertThat(ids(search(lead, tagged))).hasSize(7);

        var undo = lead.post("/api/members/bulk/" + job.path("id").asString() + "/undo", Map.of("reason", "搞错了"));
        assertThat(await(lead, undo.json()).path("result").path("undone").asInt())
                .isEqualTo(7);
        assertThat(ids(search(lead, tagged))).isEmpty();
    }

    @Test
    void anExportIsMaskedHarmlessAndRemembered() throws Exception {
        var lead = staff.logIn("lead");
        var store = staff.open(UnitKind.STORE, staff.company());
        var mobile = mobile();
        register(lead, "=HYPERLINK(1)", mobile, store.toString());
        var query = Map.of(
                "filter", Map.of("type", "home", "in", List.of(store.toString())), "columns", List.of("loyalty.tier"));
        var analyst = staff.logIn("analyst");

        for (var format : List.of("CSV", "XLSX")) {
            var asked = Map.of("query", query, "format", format, "reason", "月报");
            var job = await(analyst, analyst.post("/api/members/exports", asked).json());
            var file = analyst.get(
                    "/api/downloads/" + job.path("result").path("download").asString());
            assertThat(file.status()).isEqualTo(200);
            if (format.equals("CSV")) {
                assertThat(file.text())
                        .contains("会员编号", "'=***", "个人", "正常", "等级", "普通")
                        .doesNotContain(mobile, "HYPERLINK", "PERSON", "loyalty.tier", store.toString());
            }
        }
        assertThat((Long) sql.fetchValue("select count(*) from access.audit where act = 'members.exported'"))
                .isGreaterThanOrEqualTo(2);
    }

    @Test
    void aViewIsKeptSharedAndCountedButChangedOnlyByItsOwner() {
        var lead = staff.logIn("lead");
        var saved = lead.post(
                "/api/members/views",
                Map.of(
                        "name",
                        "生日",
                        "shared",
                        true,
                        "query",
                        Map.of("filter", Map.of("type", "birthday-month", "in", List.of(3)))));
        assertThat(saved.status()).as(saved.text()).isEqualTo(201);
        var id = saved.json().path("id").asString();
        var svc = staff.logIn("svc");

        assertThat(svc.get("/api/members/views").text()).contains(id);
        assertThat(svc.get("/api/members/views/" + id + "/count").json().has("value"))
                .isTrue();
        assertThat(svc.delete("/api/members/views/" + id).code()).isEqualTo("members.no-such-view");
        assertThat(lead.delete("/api/members/views/" + id).status()).isEqualTo(204);
    }

    private static void define(Client client, String code, String type) {
        var answer = client.post(
                "/api/member-attributes",
                Map.of(
                        "code",
                        code,
                        "type",
                        type,
                        "label",
                        Map.of("zh-CN", code),
                        "choices",
                        List.of(),
                        "personal",
                        false,
                        "position",
                        1,
                        "retired",
                        false));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private static JsonNode await(Client client, JsonNode started) throws InterruptedException {
        for (int i = 0; i < 300; i++) {
            var job = client.get("/api/jobs/" + started.path("id").asString()).json();
            if (List.of("DONE", "FAILED", "CANCELLED")
                    .contains(job.path("state").asString())) {
                assertThat(job.path("state").asString()).as(job.toString()).isEqualTo("DONE");
                return job;
            }
            Thread.sleep(Duration.ofMillis(200));
        }
        throw new AssertionError("the job never ended: " + started);
    }

    private static String mobile() {
        return "1390000" + NEXT.incrementAndGet();
    }
}
