package org.guildhall.finance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.guildhall.access.UnitKind;
import org.guildhall.kernel.MemberId;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.CauseKey;
import org.guildhall.ledger.Ledger;
import org.guildhall.ledger.Movement;
import org.guildhall.ledger.Posting;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestHttp;
import org.guildhall.testing.TestMembers;
import org.guildhall.testing.TestStaff;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** What is owed to members is shown as of any day, opens to the members behind it, and is what the ledger has. */
@GuildhallTest
@TestPropertySource(properties = "guildhall.story=liability") // it counts all points there are
class LiabilityStory {

    private static final LocalDate SPRING = LocalDate.parse("2026-04-01");
    private static final LocalDate YEAR_END = LocalDate.parse("2027-01-01");

    @Autowired
    TestStaff staff;

    @Autowired
    TestMembers members;

    @Autowired
    Ledger ledger;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    DSLContext sql;

    @Test
    void figures_as_of_any_day_open_to_their_members_and_add_up_to_the_ledger() {
        var one = members.of(null);
        var other = members.of(null);
        post(one, "2025-11-10T04:00:00Z", new Movement.Grant(Asset.POINTS, 1_000, SPRING));
        post(one, "2025-12-10T04:00:00Z", new Movement.Grant(Asset.POINTS, 500, SPRING));
        post(one, "2026-01-10T04:00:00Z", new Movement.Spend(Asset.POINTS, 700));
        post(other, "2026-02-10T04:00:00Z", new Movement.Grant(Asset.POINTS, 250, YEAR_END));
        post(other, "2026-02-11T04:00:00Z", new Movement.Grant(Asset.POINTS, 40, null));

        var lead = staff.logIn("lead");
        var now = lead.get("/api/finance/liability").json();
        var points = now.path("points");
        assertThat(points.path("outstanding").asLong()).isEqualTo(1_090).isEqualTo(sum("points"));
        assertThat(points.path("worth").path("minor").asLong()).as("a fen each").isEqualTo(1_090);
        assertThat(months(points.path("byExpiry"))).containsExactly("2026-03-01 800", "2026-12-01 250", " 40");
        assertThat(months(points.path("byIssue")))
                .as("the oldest of a lot were spent first")
                .containsExactly("2025-11-01 300", "2025-12-01 500", "2026-02-01 290");
        assertThat(points.path("breakage").isMissingNode()).isTrue();
        assertThat(points.path("runOff").path("needed").asInt()).isEqualTo(6);
        assertThat(now.path("rule").path("clause").asString()).isEqualTo("4.13");

        var before = lead.get("/api/finance/liability?asOf=2025-12-31").json().path("points");
        assertThat(before.path("outstanding").asLong()).isEqualTo(1_500);
        assertThat(months(before.path("byIssue"))).containsExactly("2025-11-01 1000", "2025-12-01 500");

        var owners = lead.get("/api/finance/liability/members?limit=1").json();
        assertThat(owners.path("items").get(0).path("member").asString()).isEqualTo(one.toString());
        assertThat(owners.path("items").get(0).path("points").asLong()).isEqualTo(800);
        var rest = lead.get("/api/finance/liability/members?limit=1&cursor="
                        + owners.path("next").asString())
                .json();
        assertThat(rest.path("items").get(0).path("points").asLong()).isEqualTo(290);
        assertThat(rest.path("next").isMissingNode()).isTrue();
        assertThat(lead.get("/api/finance/liability/members?expiresIn=2026-12-01")
                        .json()
                        .path("items"))
                .singleElement()
                .satisfies(owner -> assertThat(owner.path("points").asLong()).isEqualTo(250));

        var file = lead.get("/api/finance/liability/file?asOf=2025-12-31").text();
        assertThat(file).contains("未使用积分,,1500,", "有效至月份,2026-03-01,1500,15.00");
        assertThat(lead.get("/api/audit?act=finance.liability-taken").json().path("items"))
                .isNotEmpty();
    }

    @Test
    void days_to_come_odd_months_and_spoilt_cursors_are_refused_and_so_is_who_may_not_see_everything() {
        var lead = staff.logIn("lead");
        refused(lead, "?asOf=2026-03-03", "asOf");
        refused(lead, "/members?issuedIn=2026-03-03", "issuedIn");
        refused(lead, "/members?cursor=spoilt", "cursor");
        refused(lead, "/members?limit=0", "limit");
        assertThat(lead.get("/api/finance/liability?asOf=0001-01-01").status()).isEqualTo(200);
        var clerk = staff.logIn(staff.hire("store", staff.open(UnitKind.STORE, staff.company())));
        assertThat(clerk.get("/api/finance/liability").status()).isEqualTo(403);
    }

    private static void refused(TestHttp.Client client, String query, String field) {
        var answer = client.get("/api/finance/liability" + query);
        assertThat(answer.status()).as(query).isEqualTo(400);
        assertThat(answer.json().path("fields").get(0).path("field").asString()).isEqualTo(field);
    }

    private long sum(String asset) {
        return sql.fetchSingle("select coalesce(sum(balance), 0)::bigint from ledger.account where asset = ?", asset)
                .get(0, Long.class);
    }

    private static List<String> months(tools.jackson.databind.JsonNode buckets) {
        return buckets.valueStream()
                .map(bucket -> bucket.path("month").asString("") + " "
                        + bucket.path("points").asLong())
                .toList();
    }

    private void post(MemberId member, String at, Movement movement) {
        var key = CauseKey.of("liability|" + member + "|" + at);
        staff.asMachine(() -> transactions.execute(status -> ledger.post(List.of(new Posting(
                key,
                member,
                "manual-adjust",
                Instant.parse(at),
                "test",
                key.postingId(),
                List.of(movement),
                null,
                0)))));
    }
}
