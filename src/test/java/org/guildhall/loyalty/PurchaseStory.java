package org.guildhall.loyalty;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.guildhall.kernel.MemberId;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestHttp.Client;
import org.guildhall.testing.TestMembers;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GuildhallTest
class PurchaseStory {

    @Autowired
    TestStaff staff;

    @Autowired
    TestMembers members;

    @Test
    void aPurchaseEarnsPointsAndATierAndSaysWhy() {
        var lead = staff.logIn("lead");
        var member = member();

        var answer = lead.post("/api/purchases", purchase(member, "till", "A-1", 128_050));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("points").asLong()).isEqualTo(1_280);
        assertThat(answer.json().path("growth").asLong()).isEqualTo(1_280);
        assertThat(answer.json().path("tier").asString("")).isEqualTo("silver");
        var why = lead.get("/api/purchases/" + answer.json().path("id").asString("") + "/why");
        assertThat(why.text()).contains("loyalty.earned.base", "loyalty.expires", "\"clause\":\"4.1\"");
        var standing = lead.get("/api/loyalty/members/" + member + "/standing").json();
        assertThat(standing.path("points").asLong()).isEqualTo(1_280);
        assertThat(standing.path("next").path("tier").asString("")).isEqualTo("gold");
        assertThat(standing.path("next").path("missing").asLong()).isEqualTo(3_720);
        assertThat(standing.path("next").path("spend").path("minor").asLong()).isEqualTo(372_000);
        var history =
                lead.get("/api/loyalty/members/" + member + "/tier-history").json();
        assertThat(history).hasSize(2);
        assertThat(history.get(0).path("reason").asString("")).isEqualTo("upgrade");
    }

    @Test
    void theSamePurchaseTwiceIsOnceAndOtherContentIsRefused() {
        var lead = staff.logIn("lead");
        var member = member();
        lead.post("/api/purchases", purchase(member, "till", "B-1", 10_000));

        var again = lead.post("/api/purchases", purchase(member, "till", "B-1", 10_000));
        var other = lead.post("/api/purchases", purchase(member, "till", "B-1", 10_001));

        assertThat(again.json().path("replayed").asBoolean()).isTrue();
        assertThat(again.json().path("points").asLong()).isEqualTo(100);
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.code()).isEqualTo("loyalty.purchase-differs");
        assertThat(points(lead, member)).isEqualTo(100);
    }

    @Test
    void aReceiptIsFoundByHowItsNumberBegins() {
        var lead = staff.logIn("lead");
        var member = member();
        Stream.of("N_1-77", "N_1-78", "NX1-79")
                .forEach(n -> lead.post("/api/purchases", purchase(member, "till", n, 100)));

        assertThat(numbers(lead, "N_1-77")).containsExactly("N_1-77");
        assertThat(numbers(lead, " N_1")).containsExactlyInAnyOrder("N_1-77", "N_1-78");
        assertThat(numbers(lead, "%77")).isEmpty();
    }

    private static List<String> numbers(Client lead, String beginning) {
        var asked = URLEncoder.encode(beginning, StandardCharsets.UTF_8);
        return lead.get("/api/purchases?number=" + asked)
                .json()
                .path("items")
                .valueStream()
                .map(row -> row.path("number").asString(""))
                .toList();
    }

    @Test
    void anIdempotencyKeyStandsInForANumber() {
        var lead = staff.logIn("lead");
        var member = member();
        var body = Map.of("member", member.toString(), "total", Map.of("minor", 5_000, "currency", "CNY"));

        assertThat(lead.post("/api/purchases", body).code()).isEqualTo("platform.idempotency-key-required");
        var first = lead.post("/api/purchases", body, "key-1");
        var second = lead.post("/api/purchases", body, "key-1");

        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(second.json().path("id")).isEqualTo(first.json().path("id"));
        assertThat(points(lead, member)).isEqualTo(50);
    }

    @Test
    void aPartialReturnTakesBackWhatTheReturnedPartHadBroughtAndTheTierFollows() {
        var lead = staff.logIn("lead");
        var member = member();
        lead.post("/api/purchases", purchase(member, "till", "C-1", 128_050));

        var back = lead.post(
                "/api/returns",
                Map.of(
                        "source",
                        "till",
                        "number",
                        "R-1",
                        "purchaseNumber",
                        "C-1",
                        "member",
                        member.toString(),
                        "amount",
                        Map.of("minor", 40_000, "currency", "CNY")));

        assertThat(back.status()).as(back.text()).isEqualTo(200);
        assertThat(back.json().path("pointsTakenBack").asLong()).isEqualTo(400);
        assertThat(back.json().path("tier").asString("")).isEqualTo("regular");
        assertThat(points(lead, member)).isEqualTo(880);
        var beyond = lead.post(
                "/api/returns",
                Map.of(
                        "source",
                        "till",
                        "number",
                        "R-2",
                        "purchaseNumber",
                        "C-1",
                        "member",
                        member.toString(),
                        "amount",
                        Map.of("minor", 90_000, "currency", "CNY")));
        assertThat(beyond.code()).isEqualTo("loyalty.return-beyond-purchase");
        assertThat(beyond.json().path("detail").asString()).contains("900.00", "880.50");
        assertThat(points(lead, member)).isEqualTo(880);
    }

    @Test
    void aReturnKnownBeforeItsPurchaseWaitsForIt() {
        var lead = staff.logIn("lead");
        var member = member();
        var back = lead.post(
                "/api/returns",
                Map.of("source", "till", "number", "R-9", "purchaseNumber", "D-1", "member", member.toString()));
        assertThat(back.json().path("pending").asBoolean()).as(back.text()).isTrue();

        lead.post("/api/purchases", purchase(member, "till", "D-1", 20_000));

        assertThat(points(lead, member)).isZero();
    }

    @Test
    void whatIsToldFinerThanTheBooksKeepTimeCountsOnceAndKeepsCounting() {
        var lead = staff.logIn("lead");
        var member = member();
        var fine = Map.<String, Object>of("occurredAt", "2026-02-01T03:00:00.1234567Z");
        lead.post("/api/purchases", purchase(member, "till", "F-1", 50_000, fine));
        var back = lead.post(
                "/api/returns",
                Map.of(
                        "source",
                        "till",
                        "number",
                        "RF-1",
                        "purchaseNumber",
                        "F-1",
                        "member",
                        member.toString(),
                        "occurredAt",
                        "2026-02-02T03:00:00.1234567Z",
                        "amount",
                        money(20_000, "CNY")));
        assertThat(back.status()).as(back.text()).isEqualTo(200);
        assertThat(points(lead, member)).isEqualTo(300);

        var next = lead.post("/api/purchases", purchase(member, "till", "F-2", 10_000));

        assertThat(next.status()).as(next.text()).isEqualTo(200);
        assertThat(points(lead, member)).isEqualTo(400);
        assertThat(lead.get("/api/members/" + member + "/statement?asset=points")
                        .json()
                        .path("items")
                        .size())
                .as("a line for each fact")
                .isEqualTo(3);
        var again = lead.post("/api/purchases", purchase(member, "till", "F-1", 50_000, fine));
        assertThat(again.json().path("replayed").asBoolean()).as(again.text()).isTrue();
    }

    @Test
    void growthIsWhatPurchasesBroughtAndNotChangedByHand() {
        var lead = staff.logIn("lead");
        var member = member();
        lead.post("/api/purchases", purchase(member, "till", "G-1", 50_000));

        for (var kind : List.of("grant", "spend")) {
            var change = Map.of("amount", 100, "kind", kind, "reason", "补偿", "asset", "growth");
            var answer = lead.post("/api/members/" + member + "/points", change, "growth-" + kind);
            assertThat(answer.code()).as(answer.text()).isEqualTo("ledger.kept-by-module");
        }
        var owned = lead.get("/api/members/" + member + "/balances").json().path("balances");
        assertThat(owned.valueStream()
                        .filter(one -> one.path("asset").asString("").equals("growth"))
                        .map(one -> one.path("balance").asLong()))
                .containsExactly(500L);
    }

    @Test
    void badInputIsRefusedWithFieldAndRuleAndNothingIsStored() {
        var lead = staff.logIn("lead");
        var member = member();
        assertThat(refusal(lead, member, Map.of("total", money(-1, "CNY")))).isEqualTo("loyalty.negative-amount");
        assertThat(refusal(lead, member, Map.of("total", money(100, "USD"))))
                .isEqualTo("loyalty.currency-not-accepted");
        assertThat(refusal(lead, member, Map.of("occurredAt", "2031-01-01T00:00:00Z")))
                .isEqualTo("loyalty.in-the-future");
        assertThat(refusal(lead, member, Map.of("total", money(Long.MAX_VALUE, "CNY"))))
                .isEqualTo("loyalty.too-large");
        assertThat(refusal(lead, member, Map.of("lines", List.of(line(999))))).isEqualTo("loyalty.lines-differ");
        assertThat(refusal(lead, member, Map.of("total", money(100, "XXZ")))).isEqualTo("kernel.invalid-input");
        assertThat(lead.get("/api/purchases?member=" + member).json().path("items"))
                .isEmpty();
    }

    private MemberId member() {
        return members.since(LocalDate.of(2025, 6, 1));
    }

    private static long points(Client client, MemberId member) {
        return client.get("/api/loyalty/members/" + member + "/standing")
                .json()
                .path("points")
                .asLong();
    }

    private static String refusal(Client client, MemberId member, Map<String, Object> wrong) {
        return client.post("/api/purchases", purchase(member, "bad", "1", 1_000, wrong))
                .code();
    }

    private static Map<String, Object> purchase(MemberId member, String source, String number, long minor) {
        return purchase(member, source, number, minor, Map.of());
    }

    private static Map<String, Object> purchase(
            MemberId member, String source, String number, long minor, Map<String, Object> further) {
        var body = new java.util.HashMap<String, Object>(Map.of(
                "source",
                source,
                "number",
                number,
                "member",
                member.toString(),
                "occurredAt",
                "2026-02-01T03:00:00Z",
                "total",
                money(minor, "CNY")));
        body.putAll(further);
        return body;
    }

    private static Map<String, Object> money(long minor, String currency) {
        return Map.of("minor", minor, "currency", currency);
    }

    private static Map<String, Object> line(long minor) {
        return Map.of("product", "p", "category", "c", "quantityMilli", 1000, "amount", money(minor, "CNY"));
    }
}
