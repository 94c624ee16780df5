package org.guildhall.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guildhall.intake.PointsReading.bytes;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.guildhall.kernel.MemberId;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.Ledger;
import org.guildhall.ledger.Periods;
import org.guildhall.members.Members;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestHttp.Client;
import org.guildhall.testing.TestStaff;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Histories of points of another system: rows that differ, what lapses, and months that are closed. */
@GuildhallTest
@TestPropertySource(properties = "guildhall.test.company=points-histories")
class PointsImportRulesStory {

    @Autowired
    TestStaff staff;

    @Autowired
    Members members;

    @Autowired
    Ledger ledger;

    @Autowired
    Periods periods;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DSLContext sql;

    private Client lead;
    private ImportDesk desk;
    private PointsReading reading;

    @BeforeEach
    void open() {
        lead = staff.logIn("lead");
        desk = new ImportDesk(lead);
        reading = new PointsReading(staff, ledger, lead);
    }

    @Test
    void different_rows_for_one_month_are_named_and_the_rule_is_a_choice() {
        var text = """
                会员号,期间,获得积分,使用积分,过期积分
                DR1,2025-01,100,,
                DR1,2025-01,40,30,
                DR1,2025-02,,5,7
                DR2,2025-01,-3,,
                DR2,2025-03,1.5,,
                DR2,2999-01,1,,
                ,2025-01,1,,
                """;
        var upload = desk.upload("points.csv", bytes(text));
        desk.prepare(upload, Map.of("source", "differing"));
        var refusing = desk.check(upload);
        assertThat(desk.errors(upload))
                .extracting(error -> error.path("row").asLong() + " "
                        + error.path("field").asString() + " "
                        + error.path("rule").asString())
                .containsExactlyInAnyOrder(
                        "2 OCCURRED_AT PERIOD_TOLD_DIFFERENTLY",
                        "3 OCCURRED_AT PERIOD_TOLD_DIFFERENTLY",
                        "5 POINTS_EARNED POINTS_NEGATIVE",
                        "6 POINTS_EARNED NUMBER_UNREADABLE",
                        "7 OCCURRED_AT IN_THE_FUTURE",
                        "8 MEMBER_NUMBER REQUIRED");
        assertThat(refusing.path("history")
                        .path("repeated")
                        .get(0)
                        .path("counted")
                        .asBoolean())
                .isFalse();
        assertThat(refusing.path("history").path("openingPoints").asLong()).isEqualTo(12);

        desk.prepare(upload, Map.of("source", "differing", "differingRows", "LARGER"));
        var report = desk.run(upload);
        assertThat(report.path("rows").path("left").asLong()).isEqualTo(1);
        assertThat(report.path("history").path("openings").asLong()).isZero();
        assertThat(reading.statement(find("DR1")))
                .containsExactly(
                        "2025-01-01 history-earned 100",
                        "2025-02-01 history-redeemed -5",
                        "2025-02-01 history-expired -7");

        var other = desk.upload("corrected.csv", bytes("""
                会员号,期间,获得积分,使用积分,过期积分
                DR1,2025-01,90,,
                DR1,2024-12,,20,
                """));
        desk.prepare(other, Map.of("source", "differing"));
        desk.run(other);
        assertThat(desk.errors(other))
                .extracting(error ->
                        error.path("row").asLong() + " " + error.path("rule").asString())
                .containsExactly("2 PERIOD_STORED_DIFFERENTLY");
        assertThat(reading.statement(find("DR1")))
                .as("an earlier month asks for an opening balance before it")
                .startsWith("2024-11-30 opening 20", "2024-12-01 history-redeemed -20");
        assertThat(why(find("DR1"), "opening").path("facts").path("amount").asLong())
                .isEqualTo(20);
        assertThatTheLawSees(find("DR1"));
        desk.undo(other);
        assertThat(reading.statement(find("DR1")).stream()
                        .mapToLong(PointsImportRulesStory::amount)
                        .sum())
                .isEqualTo(88);
        desk.undo(upload);
        reading.lawsHold();
    }

    @Test
    void what_is_left_lapses_on_the_stated_day_which_has_to_come() {
        var upload = desk.upload("points.csv", bytes("""
                会员号,期间,获得积分
                LP1,2025-01,100
                """));
        var settings = (tools.jackson.databind.node.ObjectNode)
                upload.get("profile").get("settings").deepCopy();
        settings.put("source", "lapsing").put("pointsExpireOn", "2020-01-01");
        var body = Map.of("kind", "POINTS", "mapping", upload.get("profile").get("mapping"), "settings", settings);
        var refused = lead.put(desk.path(upload) + "/mapping", body);
        assertThat(refused.text()).contains("settings.pointsExpireOn", "future");

        var later = staff.today().plusYears(1);
        desk.prepare(upload, Map.of("source", "lapsing", "pointsExpireOn", later.toString()));
        desk.run(upload);
        assertThat(staff.asMachine(() -> ledger.lots(find("LP1"), Asset.POINTS))
                        .getFirst()
                        .expiresOn())
                .isEqualTo(later);
        desk.undo(upload);
    }

    @Test
    void a_history_of_a_closed_month_keeps_its_time_and_counts_in_the_open_books() {
        var first = take("CM1", "2016-11,50,0");
        close(staff.asMachine(periods::next));
        var figures = staff.asMachine(periods::closings).getFirst().figures();

        var late = take("CM2", "2016-11,70,90");
        var member = find("CM2");

        assertThat(reading.statement(member))
                .containsExactly(
                        "2016-10-31 opening 20", "2016-11-01 history-earned 70", "2016-11-01 history-redeemed -90");
        assertThat(staff.asMachine(periods::closings).getFirst().figures()).isEqualTo(figures);
        assertThat(sql.fetchSingle(
                                "select count(*) from ledger.entry where member_id = ? and booked_at is not null",
                                member.value())
                        .get(0, Long.class))
                .isEqualTo(3);
        desk.undo(late);
        assertThat(staff.asMachine(() -> ledger.balances(List.of(member), Asset.POINTS)))
                .containsEntry(member, 0L);
        desk.undo(first);
        reading.lawsHold();
    }

    private void close(LocalDate month) {
        staff.asMachine(() -> transaction.execute(status -> periods.close(month, "migration")));
    }

    private JsonNode take(String member, String row) {
        var upload = desk.upload(member + ".csv", bytes("会员号,期间,获得积分,使用积分\n" + member + "," + row + "\n"));
        desk.prepare(upload, Map.of("source", "closed"));
        desk.run(upload);
        return upload;
    }

    private JsonNode why(MemberId member, String kind) {
        var posting = lead.get("/api/members/" + member + "/statement?asset=points&limit=200")
                .json()
                .path("items")
                .valueStream()
                .filter(line -> line.path("kind").asString().equals(kind))
                .findFirst()
                .orElseThrow();
        var why = lead.get("/api/postings/" + posting.path("postingId").asString() + "/why");
        assertThat(why.status()).as(why.text()).isEqualTo(200);
        return why.json()
                .path("parts")
                .valueStream()
                .filter(part -> part.path("code").asString().equals("loyalty.opening"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(why.text()));
    }

    private static long amount(String line) {
        return Long.parseLong(line.substring(line.lastIndexOf(' ') + 1));
    }

    /** An opening balance larger than its history takes breaks the law; put right again, it holds. */
    private void assertThatTheLawSees(MemberId member) {
        var change = "update loyalty.points_opening set amount = amount + ? where member_id = ? and ended_at is null";
        sql.execute(change, 1, member.value());
        assertThat(staff.asMachine(ledger::prove))
                .filteredOn(proof -> proof.law().equals("loyalty.openings-are-smallest"))
                .singleElement()
                .satisfies(proof ->
                        assertThat(proof.counterExample()).contains(member.toString(), "opening 21, needed 20"));
        sql.execute(change, -1, member.value());
    }

    private MemberId find(String number) {
        return Objects.requireNonNull(
                staff.asMachine(() -> members.findByNumber(List.of(number))).get(number));
    }
}
