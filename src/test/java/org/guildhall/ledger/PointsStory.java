package org.guildhall.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guildhall.jooq.ledger.Tables.ACCOUNT;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.guildhall.access.UnitKind;
import org.guildhall.kernel.MemberId;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestMembers;
import org.guildhall.testing.TestStaff;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GuildhallTest
class PointsStory {

    @Autowired
    TestStaff staff;

    @Autowired
    TestMembers members;

    @Autowired
    Ledger ledger;

    @Autowired
    DSLContext sql;

    @Test
    void points_are_granted_spent_shown_and_taken_back_and_each_act_is_audited() {
        var lead = staff.logIn("lead");
        var path = "/api/members/" + members.of(null);

        var granted = lead.post(path + "/points", change("grant", 100, "2026-12-31"), "grant-1");
        assertThat(granted.status()).as(granted.text()).isEqualTo(200);
        assertThat(granted.json()
                        .path("receipt")
                        .path("balances")
                        .path("points")
                        .asLong())
                .isEqualTo(100);
        var again = lead.post(path + "/points", change("grant", 100, "2026-12-31"), "grant-1");
        assertThat(again.json().path("receipt").path("replayed").asBoolean()).isTrue();
        assertThat(lead.post(path + "/points", change("grant", 101, null), "grant-1")
                        .code())
                .isEqualTo("ledger.key-reused");

        var spent = lead.post(path + "/points", change("spend", 30, null), "spend-1");
        assertThat(lead.post(path + "/points", change("spend", 71, null), "spend-2")
                        .code())
                .isEqualTo("ledger.insufficient-balance");
        assertThat(lead.get(path + "/lots").json().get(0).path("amount").asLong())
                .isEqualTo(70);

        var posting = spent.json().path("receipt").path("postingId").asString("");
        var reversed = lead.post("/api/postings/" + posting + "/reverse", Map.of("reason", "登记错了"), "undo-1");
        assertThat(reversed.status()).as(reversed.text()).isEqualTo(200);
        assertThat(lead.post("/api/postings/" + posting + "/reverse", Map.of("reason", "登记错了"), "undo-2")
                        .code())
                .isEqualTo("ledger.already-reversed");
        var balances = lead.get(path + "/balances").json().path("balances");
        assertThat(balances.get(0).path("available").asLong()).isEqualTo(100);
        var statement = lead.get(path + "/statement?asset=points&limit=2").json();
        assertThat(statement.path("items").get(0).path("balanceAfter").asLong()).isEqualTo(100);
        assertThat(statement.path("items")).hasSize(2);
        assertThat(statement.path("items").get(0).path("reasonCode").asString(""))
                .isEqualTo("登记错了");
        assertThat(lead.post("/api/postings/" + posting + "/reverse", Map.of("reason", " "), "undo-3")
                        .code())
                .isEqualTo("kernel.invalid-input");
        assertThat(lead.get("/api/audit?limit=50").text()).contains("ledger.changed", "ledger.reversed");
    }

    @Test
    void bad_input_is_refused_by_field_and_nothing_is_stored() {
        var lead = staff.logIn("lead");
        var path = "/api/members/" + members.of(null);
        assertThat(lead.post(path + "/points", change("grant", 5, null)).code())
                .isEqualTo("platform.idempotency-key-required");
        for (var wrong : new Object[] {
            change("grant", 0, null),
            change("spend", -1, null),
            change("grant", 1, "2020-01-01"),
            change("spend", 1, "2027-01-01"),
            Map.of("amount", 1, "kind", "grant"),
            Map.of("amount", 1, "kind", "gift", "reason", "x"),
            Map.of("amount", "much", "kind", "grant", "reason", "x"),
            Map.of("amount", 1, "kind", "grant", "reason", "x", "colour", "red")
        }) {
            var answer = lead.post(path + "/points", wrong, "wrong-" + wrong.hashCode());
            assertThat(answer.status()).as(wrong + " " + answer.text()).isEqualTo(400);
            assertThat(answer.json().path("fields").get(0).path("rule").asString(""))
                    .isNotBlank();
        }
        assertThat(lead.get(path + "/balances").json().path("balances")).isEmpty();
        assertThat(lead.get(path + "/statement?limit=1000").status()).isEqualTo(400);
        assertThat(lead.get(path + "/statement?cursor=spoilt").status()).isEqualTo(400);
    }

    @Test
    void a_refused_change_of_points_stores_nothing_alone_or_among_others() {
        var lead = staff.logIn("lead");
        var poor = members.of(null);
        assertThat(lead.post("/api/members/" + poor + "/points", change("spend", 5, null), "poor")
                        .code())
                .isEqualTo("ledger.insufficient-balance");
        assertThat(accountsOf(poor)).isZero();

        var given = new ArrayList<MemberId>();
        var refused = new ArrayList<MemberId>();
        var answers = new ArrayList<CompletableFuture<Receipt>>();
        staff.asMachine(() -> {
            for (int i = 0; i < 200; i++) {
                var member = new MemberId(UUID.randomUUID());
                (i % 2 == 0 ? given : refused).add(member);
                answers.add(ledger.submit(i % 2 == 0 ? grant(member) : spend(member), null));
            }
            return answers;
        });
        answers.forEach(answer -> answer.exceptionally(refusal -> null).join());
        assertThat(given).allMatch(member -> accountsOf(member) == 1);
        assertThat(refused).allMatch(member -> accountsOf(member) == 0);
        assertThat(staff.asMachine(() ->
                                ledger.submit(grant(refused.getFirst()), null).join())
                        .balances())
                .containsEntry(Asset.POINTS, 7L);
    }

    @Test
    void an_act_that_a_lane_commits_is_audited_with_its_request() {
        var lead = staff.logIn("lead");
        var path = "/api/members/" + members.of(null) + "/points";
        var request = lead.post(path, change("grant", 5, null), "asked-1")
                .raw()
                .headers()
                .firstValue("X-Request-Id")
                .orElseThrow();
        var rows = lead.get("/api/audit?requestId=" + request).json().path("items");
        assertThat(rows)
                .singleElement()
                .satisfies(row -> assertThat(row.path("act").asString()).isEqualTo("ledger.changed"));
    }

    @Test
    void only_members_within_reach_can_be_seen_and_only_the_entitled_change_value() {
        var near = staff.open(UnitKind.STORE, staff.company());
        var far = staff.open(UnitKind.STORE, staff.company());
        var clerk = staff.logIn(staff.hire("store", near));
        assertThat(clerk.get("/api/members/" + members.of(near) + "/balances").status())
                .isEqualTo(200);
        assertThat(clerk.get("/api/members/" + members.of(far) + "/balances").status())
                .isEqualTo(404);
        assertThat(clerk.post("/api/members/" + members.of(near) + "/points", change("grant", 5, null), "clerk")
                        .status())
                .isEqualTo(403);
        var lead = staff.logIn("lead");
        assertThat(lead.post("/api/members/" + UUID.randomUUID() + "/points", change("grant", 5, null), "nobody")
                        .status())
                .isEqualTo(404);
    }

    private static Map<String, Object> change(String kind, long amount, @Nullable String expiresOn) {
        return expiresOn == null
                ? Map.of("amount", amount, "kind", kind, "reason", "test")
                : Map.of("amount", amount, "kind", kind, "reason", "test", "expiresOn", expiresOn);
    }

    private int accountsOf(MemberId member) {
        return sql.fetchCount(ACCOUNT, ACCOUNT.MEMBER_ID.eq(member.value()));
    }

    private static Posting grant(MemberId member) {
        return posting(member, new Movement.Grant(Asset.POINTS, 7, null));
    }

    private static Posting spend(MemberId member) {
        return posting(member, new Movement.Spend(Asset.POINTS, 7));
    }

    private static Posting posting(MemberId member, Movement movement) {
        var cause = UUID.randomUUID();
        return new Posting(
                CauseKey.of("refused|" + cause),
                member,
                "manual-grant",
                null,
                "test",
                cause,
                List.of(movement),
                null,
                0);
    }
}
