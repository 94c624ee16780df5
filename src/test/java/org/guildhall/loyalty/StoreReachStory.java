package org.guildhall.loyalty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.access.UnitKind;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.UnitId;
import org.guildhall.members.MemberProfile;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestHttp.Answer;
import org.guildhall.testing.TestHttp.Client;
import org.guildhall.testing.TestMembers;
import org.guildhall.testing.TestStaff;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A store's staff record what happened in their own store, and nothing of another's. */
@GuildhallTest
class StoreReachStory {

    @Autowired
    TestStaff staff;

    @Autowired
    TestMembers members;

    private UnitId near = UnitId.of("00000000-0000-0000-0000-000000000000");
    private UnitId far = near;
    private MemberId member = MemberId.of("00000000-0000-0000-0000-000000000000");

    @BeforeEach
    void twoStoresAndAMember() {
        near = staff.open(UnitKind.STORE, staff.company());
        far = staff.open(UnitKind.STORE, staff.company());
        member = members.enter(MemberProfile.EMPTY, LocalDate.of(2026, 1, 1), near);
    }

    private Client clerk() {
        return staff.logIn(staff.hire("store", near));
    }

    @Test
    void whereNobodyBuysAndWhoDoesNotWorkHereAreNoPartOfAPurchase() {
        var lead = staff.logIn("lead");
        var group = staff.open(UnitKind.GROUP, staff.company());
        var stranger = new HashMap<>(purchase(near, "6"));
        stranger.put("staff", UUID.randomUUID().toString());

        invalid(lead.post("/api/purchases", purchase(group, "5")), "store", "a-store");
        invalid(lead.post("/api/purchases", stranger), "staff", "staff-member");
        assertThat(purchases()).isZero();
    }

    private static void invalid(Answer answer, String field, String rule) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        var said = answer.json().path("fields").get(0);
        assertThat(said.path("field").asString()).isEqualTo(field);
        assertThat(said.path("rule").asString()).isEqualTo(rule);
    }

    @Test
    void purchasesOfTheOwnStoreAreRecordedAndOthersAreNot() {
        var clerk = clerk();

        assertThat(clerk.post("/api/purchases", purchase(near, "1")).status()).isEqualTo(200);
        refused(clerk.post("/api/purchases", purchase(far, "2")));
        refused(clerk.post("/api/purchases", purchase(null, "3")));
        assertThat(staff.logIn("auditor")
                        .post("/api/purchases", purchase(near, "4"))
                        .status())
                .isEqualTo(403);
        assertThat(purchases()).isEqualTo(1);
    }

    @Test
    void aReturnBelongsToTheStoreOfItsPurchase() {
        var lead = staff.logIn("lead");
        lead.post("/api/purchases", purchase(near, "10"));
        lead.post("/api/purchases", purchase(far, "11"));
        long before = points(lead);
        var clerk = clerk();

        refused(clerk.post("/api/returns", back("R-11", "11")));
        refused(clerk.post("/api/returns", back("R-99", "99")));
        assertThat(points(lead)).isEqualTo(before);
        var own = clerk.post("/api/returns", back("R-10", "10"));
        assertThat(own.status()).as(own.text()).isEqualTo(200);
        assertThat(lead.post("/api/returns", back("R-11", "11"))
                        .json()
                        .path("pending")
                        .asBoolean())
                .as("the refused return had left nothing")
                .isFalse();
    }

    @Test
    void oneFactOfAnotherStoreRefusesTheWholeBulk() {
        staff.logIn("lead").post("/api/purchases", purchase(far, "20"));
        var clerk = clerk();

        refused(clerk.post(
                "/api/purchases/bulk", Map.of("purchases", List.of(purchase(near, "21"), purchase(far, "22")))));
        refused(clerk.post(
                "/api/purchases/bulk",
                Map.of("purchases", List.of(purchase(near, "21")), "returns", List.of(back("R-20", "20")))));
        assertThat(purchases()).isEqualTo(1);
        var own = clerk.post(
                "/api/purchases/bulk",
                Map.of("purchases", List.of(purchase(near, "21")), "returns", List.of(back("R-21", "21"))));
        assertThat(own.json().path("recorded").asInt()).as(own.text()).isEqualTo(1);
        assertThat(own.json().path("returns").asInt()).isEqualTo(1);
    }

    @Test
    void namingAnothersPurchaseAsOnesOwnDoesNotOpenItToAReturn() {
        var lead = staff.logIn("lead");
        lead.post("/api/purchases", purchase(far, "30"));
        long before = points(lead);

        refused(clerk().post(
                        "/api/purchases/bulk",
                        Map.of("purchases", List.of(purchase(near, "30")), "returns", List.of(back("R-30", "30")))));
        assertThat(points(lead)).isEqualTo(before);
    }

    private static void refused(Answer answer) {
        assertThat(answer.code()).as(answer.text()).isEqualTo("access.out-of-scope");
        assertThat(answer.status()).isEqualTo(403);
    }

    private int purchases() {
        return staff.logIn("lead")
                .get("/api/purchases?member=" + member)
                .json()
                .path("items")
                .size();
    }

    private long points(Client client) {
        return client.get("/api/loyalty/members/" + member + "/standing")
                .json()
                .path("points")
                .asLong();
    }

    private Map<String, Object> purchase(@Nullable UnitId store, String number) {
        var body = new HashMap<String, Object>(Map.of(
                "source",
                "till",
                "number",
                number,
                "member",
                member.toString(),
                "occurredAt",
                "2026-02-01T03:00:00Z",
                "total",
                Map.of("minor", 10_000, "currency", "CNY")));
        if (store != null) {
            body.put("store", store.toString());
        }
        return body;
    }

    private Map<String, Object> back(String number, String purchase) {
        return Map.of(
                "source",
                "till",
                "number",
                number,
                "purchaseNumber",
                purchase,
                "member",
                member.toString(),
                "occurredAt",
                "2026-02-02T03:00:00Z");
    }
}
