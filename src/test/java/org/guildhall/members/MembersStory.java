package org.guildhall.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guildhall.members.FrontDesk.ids;
import static org.guildhall.members.FrontDesk.register;
import static org.guildhall.members.FrontDesk.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.guildhall.access.UnitKind;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestStaff;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GuildhallTest
class MembersStory {

    private static final AtomicInteger NEXT = new AtomicInteger(2000);

    @Autowired
    TestStaff staff;

    @Autowired
    DSLContext sql;

    @Test
    void aServiceSpecialistSeesMasksAndRevealsForAReasonThatIsRemembered() {
        var svc = staff.logIn("svc");
        var mobile = mobile();
        var id = register(svc, "周杰轮", mobile, null);

        var member = svc.get("/api/members/" + id).json();
        assertThat(member.path("profile").path("name").asString()).isEqualTo("周*轮");
        assertThat(member.path("profile").path("mobile").asString())
                .isEqualTo(mobile.substring(0, 3) + "****" + mobile.substring(7));
        assertThat(member.path("masked").toString()).contains("NAME", "MOBILE");

        assertThat(svc.post("/api/members/" + id + "/reveal", Map.of("fields", List.of("NAME"), "reason", " "))
                        .status())
                .isEqualTo(400);
        var revealed = svc.post("/api/members/" + id + "/reveal", Map.of("fields", List.of("NAME"), "reason", "回访"));
        assertThat(revealed.json().path("name").asString()).isEqualTo("周杰轮");
        assertThat(revealed.json().has("mobile")).isFalse();
        assertThat(sql.fetchValue(
                        "select count(*) from access.audit where act = 'members.revealed' and subject_id = ?", id))
                .isEqualTo(1L);
        assertThat(svc.get("/api/members/" + id + "/timeline?kind=members.revealed")
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void aStoreSeesItsOwnMembersOnlyWhateverItAsks() {
        var region = staff.open(UnitKind.BRANCH, staff.company());
        var east = staff.open(UnitKind.STORE, region);
        var west = staff.open(UnitKind.STORE, region);
        var lead = staff.logIn("lead");
        var mine = register(lead, "端木东", mobile(), east.toString());
        var theirs = register(lead, "端木西", mobile(), west.toString());
        var clerk = staff.logIn(staff.hire("store", east));

        assertThat(ids(search(clerk, Map.of("text", "端木")))).containsExactly(mine);
        assertThat(clerk.get("/api/members/" + theirs).code()).isEqualTo("members.not-found");
        assertThat(clerk.get("/api/members/" + theirs + "/timeline").code()).isEqualTo("members.not-found");
        assertThat(clerk.get("/api/members/" + theirs + "/consents").code()).isEqualTo("members.not-found");
        assertThat(clerk.patch("/api/members/" + theirs, Map.of("set", Map.of("name", "偷改")))
                        .code())
                .isEqualTo("members.not-found");
        var byId = Map.of("filter", Map.of("type", "ids", "in", List.of(mine, theirs)));
        assertThat(ids(search(clerk, byId))).containsExactly(mine);
        assertThat(clerk.post("/api/members/exports", Map.of("query", Map.of(), "format", "CSV", "reason", "看"))
                        .code())
                .isEqualTo("access.denied");
    }

    @Test
    void aMemberIsFoundByNumberNamePinyinInitialsAndMobile() {
        var lead = staff.logIn("lead");
        var mobile = mobile();
        var id = register(lead, "尉迟宝琪", mobile, null);
        var number = lead.get("/api/members/" + id).json().path("number").asString();

        for (var text : List.of(
                "尉", "尉迟", "宝琪", "迟宝", "yuchibao", "yu chi bao qi", "ycbq", number, mobile, mobile.substring(7))) {
            assertThat(ids(search(lead, Map.of("text", text)))).as(text).contains(id);
        }
        for (var text : List.of("不存在", "zzzz", "99999999999", "琪宝")) {
            assertThat(ids(search(lead, Map.of("text", text)))).as(text).doesNotContain(id);
        }
    }

    @Test
    void whoSeesMasksCannotGuessAMobileDigitByDigit() {
        var lead = staff.logIn("lead");
        var mobile = mobile();
        var id = register(lead, "猜不到", mobile, null);
        var svc = staff.logIn("svc");

        assertThat(ids(search(svc, Map.of("text", mobile.substring(0, 9))))).doesNotContain(id);
        assertThat(ids(search(svc, Map.of("text", mobile)))).containsExactly(id);
    }

    @Test
    void aConsentHasVersionAndEvidenceAndItsWithdrawalHolds() {
        var svc = staff.logIn("svc");
        var id = register(svc, "同意人", null, null);
        var said = new HashMap<String, Object>(Map.of(
                "purpose", "MARKETING", "channel", "SMS", "granted", true, "version", "2026-01", "evidence", "纸质签字"));
        assertThat(svc.post("/api/members/" + id + "/consents", said).status()).isEqualTo(201);
        said.put("granted", false);

        var all = svc.post("/api/members/" + id + "/consents", said).json();

        assertThat(all.size()).isEqualTo(2);
        var current = new ArrayList<Boolean>();
        all.forEach(c -> {
            if (c.path("current").asBoolean()) {
                current.add(c.path("granted").asBoolean());
            }
        });
        assertThat(current).hasSize(1);
    }

    private static String mobile() {
        return "1390000" + NEXT.incrementAndGet();
    }
}
