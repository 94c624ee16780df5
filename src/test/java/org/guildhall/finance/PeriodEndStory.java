package org.guildhall.finance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.guildhall.kernel.MemberId;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestHttp;
import org.guildhall.testing.TestMembers;
import org.guildhall.testing.TestStaff;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** A month is closed over HTTP, a purchase arrives late, and what was closed stays as it was; opening it again is told. */
@GuildhallTest
@TestPropertySource(properties = "guildhall.story=period-end") // what is closed is closed for everybody
class PeriodEndStory {

    private static final String PERIODS = "/api/finance/periods";

    @Autowired
    TestStaff staff;

    @Autowired
    TestMembers members;

    @Autowired
    DSLContext sql;

    @Test
    void a_closed_month_stays_and_a_purchase_learnt_late_keeps_its_time_but_counts_in_the_open_month() {
        var lead = staff.logIn("lead");
        var member = members.since(LocalDate.of(2026, 1, 5));
        bought(lead, member, "p-1", "2026-02-10T04:00:00Z");

        assertThat(code(lead.post(PERIODS + "/close", month("2026-03-01")))).isEqualTo("ledger.period-not-over");
        assertThat(code(lead.post(PERIODS + "/close", month("2026-01-01")))).isEqualTo("ledger.period-out-of-turn");
        assertThat(lead.post(PERIODS + "/close", month("2026-02-02")).status()).isEqualTo(400);
        assertThat(lead.post(PERIODS + "/close", Map.of("month", "2026-02-01", "reason", " "))
                        .status())
                .isEqualTo(400);
        assertThat(lead.get(PERIODS).json().path("next").asString()).isEqualTo("2026-02-01");

        var preview = lead.get(PERIODS + "/2026-02-01/preview").json();
        assertThat(preview.path("ended").asBoolean()).isTrue();
        var closed = lead.post(PERIODS + "/close", month("2026-02-01"));
        assertThat(closed.status()).as(closed.text()).isEqualTo(200);
        assertThat(closed.json().path("closing").path("figures")).isEqualTo(preview.path("figures"));
        long issued = issued(closed.json().path("closing"));
        assertThat(issued).isPositive();

        bought(lead, member, "p-2", "2026-02-20T04:00:00Z");
        assertThat(sql.fetch("select occurred_at from ledger.posting where occurred_at = '2026-02-20 04:00:00+00'"))
                .as("the purchase keeps its time")
                .isNotEmpty();
        assertThat(issued(lead.get(PERIODS + "/2026-02-01/preview").json())).isEqualTo(issued);
        assertThat(issued(lead.get(PERIODS + "/2026-03-01/preview").json())).isPositive();
        assertThat(lead.post("/api/ledger/laws", Map.of()).json())
                .allMatch(proof -> proof.path("holds").asBoolean());

        assertThat(lead.get(PERIODS + "/file").text()).contains("2026-02,积分,0," + issued);
        assertThat(code(lead.post(PERIODS + "/reopen", month("2026-01-01")))).isEqualTo("ledger.not-last-closed");
        assertThat(lead.post(PERIODS + "/reopen", month("2026-02-01")).status()).isEqualTo(200);
        var closings = lead.get(PERIODS).json().path("closings");
        assertThat(closings)
                .extracting(
                        one -> one.path("act").asString() + one.path("undoneBy").isMissingNode())
                .containsExactly("reopentrue", "closefalse");
        assertThat(closings.get(0).path("actor").asString()).startsWith("staff:");
        for (var act : List.of("finance.month-closed", "finance.month-reopened", "finance.periods-taken")) {
            assertThat(lead.get("/api/audit?act=" + act).json().path("items"))
                    .as(act)
                    .isNotEmpty();
        }
    }

    @Test
    void who_may_read_sees_the_months_and_closes_none() {
        var analyst = staff.logIn("analyst");
        assertThat(analyst.get(PERIODS).status()).isEqualTo(200);
        assertThat(analyst.post(PERIODS + "/close", month("2026-02-01")).status())
                .isEqualTo(403);
        assertThat(analyst.post(PERIODS + "/reopen", month("2026-02-01")).status())
                .isEqualTo(403);
    }

    private static Map<String, Object> month(String first) {
        return Map.of("month", first, "reason", "checked with the accounts");
    }

    private static long issued(tools.jackson.databind.JsonNode closing) {
        return closing.path("figures")
                .valueStream()
                .filter(figure -> figure.path("asset").asString().equals("points"))
                .mapToLong(figure -> figure.path("issued").asLong())
                .sum();
    }

    private static String code(TestHttp.Answer answer) {
        return answer.code();
    }

    private static void bought(TestHttp.Client client, MemberId member, String number, String at) {
        var answer = client.post(
                "/api/purchases",
                Map.of(
                        "source",
                        "test",
                        "number",
                        number,
                        "member",
                        member.toString(),
                        "occurredAt",
                        Instant.parse(at).toString(),
                        "total",
                        Map.of("minor", 10_000, "currency", "CNY"),
                        "lines",
                        List.of()),
                "period-" + number);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }
}
