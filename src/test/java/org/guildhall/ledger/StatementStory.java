package org.guildhall.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.guildhall.access.UnitKind;
import org.guildhall.kernel.MemberId;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestMembers;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A member's statement over HTTP: its file, its balances, and who may take it. */
@GuildhallTest
class StatementStory {

    private static final int MORE_THAN_A_PAGE = 201;

    @Autowired
    TestStaff staff;

    @Autowired
    TestMembers members;

    @Autowired
    Ledger ledger;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void the_statement_of_a_period_is_taken_out_whole_and_that_is_remembered() {
        var lead = staff.logIn("lead");
        var member = members.of(null);
        var path = "/api/members/" + member;
        staff.asMachine(() -> {
            var grants = IntStream.range(0, MORE_THAN_A_PAGE)
                    .mapToObj(i -> dated(
                            member,
                            MovableClock.START.minusSeconds(i).toString(),
                            new Movement.Grant(Asset.POINTS, 7, null)))
                    .toList();
            return transactions.execute(status -> ledger.post(grants));
        });
        var day = MovableClock.START.atZone(ZoneId.of("Asia/Shanghai")).toLocalDate();
        var all = lead.get(path + "/statement/file?to=" + day.plusDays(3650));
        assertThat(all.status()).as(all.text()).isEqualTo(200);
        assertThat(all.text().lines()).hasSize(1 + 1 + MORE_THAN_A_PAGE + 1 + 1);
        assertThat(all.text()).contains("记账编号", "手工发放").doesNotContain("manual-grant");
        assertThat(all.raw().headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(name -> assertThat(name).contains("attachment"));
        assertThat(lead.get(path + "/statement/file?to=2020-01-01").text().lines())
                .as("head, nothing before and nothing after")
                .hasSize(3);
        assertThat(lead.get(path + "/statement/file?format=PDF").status()).isEqualTo(400);
        assertThat(lead.get("/api/audit?act=ledger.statement-taken&limit=1")
                        .json()
                        .path("items")
                        .get(0)
                        .path("subjectId")
                        .asString())
                .isEqualTo(member.toString());
        assertThat(staff.logIn(staff.hire("store", staff.open(UnitKind.STORE, staff.company())))
                        .get(path + "/statement/file")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void the_first_and_the_last_day_that_can_be_written_are_days_like_others() {
        var lead = staff.logIn("lead");
        var member = members.of(null);
        for (var days : List.of("from=0001-01-01", "to=0001-01-01", "from=9999-12-31", "to=9999-12-31")) {
            for (var path : List.of(
                    "/api/members/" + member + "/statement?asset=points&",
                    "/api/members/" + member + "/statement/summary?",
                    "/api/members/" + member + "/statement/file?",
                    "/api/changes-by-hand?",
                    "/api/purchases?member=" + member + "&")) {
                assertThat(lead.get(path + days).status()).as(path + days).isIn(200, 404);
            }
        }
        assertThat(lead.get("/api/insights/measures/revenue/figures?from=0001-01-01&to=0001-01-05")
                        .status())
                .isIn(200, 400);
        assertThat(lead.get("/api/finance/liability?asOf=0001-01-01").status()).isEqualTo(200);
        assertThat(lead.get("/api/finance/periods/0001-01-01/preview").status()).isEqualTo(400);
    }

    @Test
    void a_statement_begins_and_ends_with_a_balance_that_its_lines_and_its_lots_make() {
        var lead = staff.logIn("lead");
        var member = members.of(null);
        var path = "/api/members/" + member;
        staff.asMachine(() -> transactions.execute(status -> ledger.post(List.of(
                dated(
                        member,
                        "2025-11-10T04:00:00Z",
                        new Movement.Grant(Asset.POINTS, 100, LocalDate.parse("2026-06-01"))),
                dated(
                        member,
                        "2025-12-10T04:00:00Z",
                        new Movement.Grant(Asset.POINTS, 50, LocalDate.parse("2026-12-01"))),
                dated(member, "2025-12-20T04:00:00Z", new Movement.Spend(Asset.POINTS, 30)),
                dated(member, "2026-01-05T04:00:00Z", new Movement.Spend(Asset.POINTS, 15))))));

        var december = lead.get(path + "/statement/summary?from=2025-12-01&to=2025-12-31")
                .json();
        assertThat(december.path("opening").asLong()).isEqualTo(100);
        assertThat(december.path("came").asLong()).isEqualTo(50);
        assertThat(december.path("went").asLong()).isEqualTo(30);
        assertThat(december.path("closing").asLong()).isEqualTo(120);
        assertThat(december.path("lots"))
                .extracting(lot -> lot.path("amount").asLong() + " "
                        + lot.path("expiresOn").asString())
                .containsExactly("70 2026-06-01", "50 2026-12-01");
        var january = lead.get(path + "/statement/summary?from=2026-01-01").json();
        assertThat(january.path("opening").asLong()).as("continues").isEqualTo(120);
        assertThat(january.path("closing").asLong()).isEqualTo(105);
        assertThat(lead.get(path + "/statement/summary").json().path("opening").asLong())
                .isZero();

        var file = lead.get(path + "/statement/file?from=2025-12-01&to=2025-12-31")
                .text()
                .lines()
                .skip(1)
                .toList();
        assertThat(file).hasSize(6);
        assertThat(file.getFirst()).startsWith(",期初余额,,100,");
        assertThat(file.get(1)).startsWith("2025-12-10 12:00:00,").contains(",50,150,");
        assertThat(file.get(3)).startsWith(",期末余额,,120,");
        assertThat(file.get(4)).startsWith(",其中有效至 2026-05-31,70,");
    }

    private static Posting dated(MemberId member, String at, Movement movement) {
        var key = CauseKey.of("dated|" + member + "|" + at);
        return new Posting(
                key,
                member,
                "manual-grant",
                Instant.parse(at),
                "test",
                key.postingId(),
                List.of(movement),
                "courtesy",
                0);
    }
}
