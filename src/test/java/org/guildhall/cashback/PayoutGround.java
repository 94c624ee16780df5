package org.guildhall.cashback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guildhall.testing.Answers.ok;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.approvals.ApprovalPolicy;
import org.guildhall.kernel.MemberId;
import org.guildhall.policies.FoundingPolicies;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestHttp.Answer;
import org.guildhall.testing.TestHttp.Client;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What stories of commissions paid out share: whose yes a payout needs, and how it is proposed, decided and looked at. */
@GuildhallTest
@Import({CashbackGround.class, CashbackGround.Desks.class, CashbackGround.Rules.class})
abstract class PayoutGround {

    static final String PAYOUTS = "/api/cashback/payouts";
    static final String LINES = "/api/cashback/payout-lines";

    @Autowired
    TestStaff staff;

    @Autowired
    CashbackGround ground;

    @Autowired
    FoundingPolicies founding;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MovableClock clock;

    @BeforeEach
    void twoHaveToAgree() {
        var step =
                Map.of("mode", "any", "posts", List.of("ops"), "hours", 48, "overdue", "return", "escalateTo", "lead");
        var rows = List.of("cashback.payout", "cashback.payout-reversal").stream()
                .map(act -> Map.of("act", act, "from", 0, "steps", List.of(step)))
                .toList();
        staff.asMachine(() -> transaction.execute(status -> {
            founding.establish(ApprovalPolicy.KIND.code(), Map.of("rows", rows), staff.today(), "test");
            return true;
        }));
        nothingWaits();
    }

    @AfterEach
    void nothingWaits() {
        var lead = staff.logIn("lead");
        ok(lead.get(PAYOUTS + "?state=asked"))
                .json()
                .path("items")
                .forEach(payout ->
                        decide(staff.logIn("ops"), payout.path("request").asString(), "reject"));
    }

    JsonNode preview(Client client) {
        return ok(client.get(PAYOUTS + "/preview?month=" + ground.lastMonth())).json();
    }

    JsonNode proposed(Client client) {
        return ok(client.post(PAYOUTS, proposal(), "p-" + UUID.randomUUID())).json();
    }

    JsonNode paid(Client client) {
        var payout = proposed(client);
        approve(payout);
        return payout;
    }

    void approve(JsonNode payout) {
        ok(decide(staff.logIn("ops"), payout.path("request").asString(), "approve"));
    }

    static Answer decide(Client client, String request, String verdict) {
        return client.post(
                "/api/approvals/" + request + "/decision", Map.of("revision", 1, "verdict", verdict, "comment", "试"));
    }

    Map<String, Object> proposal() {
        return Map.<String, Object>of("month", ground.lastMonth(), "reason", "上月佣金");
    }

    static JsonNode lineOf(Client client, JsonNode payout, MemberId member) {
        var items = ok(client.get(LINES + "?payout=" + id(payout) + "&member=" + member))
                .json()
                .path("items");
        assertThat(items).hasSize(1);
        return items.path(0);
    }

    static String id(JsonNode payout) {
        return payout.path("id").asString();
    }

    static long fen(JsonNode node, String field) {
        return node.path(field).path("minor").asLong();
    }
}
