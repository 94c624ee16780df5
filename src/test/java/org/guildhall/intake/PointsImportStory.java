package org.guildhall.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.guildhall.kernel.MemberId;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.Ledger;
import org.guildhall.members.Members;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestHttp.Client;
import org.guildhall.testing.TestStaff;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Histories of points of another system: from the file to statements that read as it does, and back. */
@GuildhallTest
@TestPropertySource(properties = "guildhall.test.company=points-histories")
class PointsImportStory {

    @Autowired
    TestStaff staff;

    @Autowired
    Members members;

    @Autowired
    Ledger ledger;

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
    void the_airlines_points_of_2017_become_statements_that_read_as_the_file() {
        var file = Trials.find("airline-loyalty/points_monthly_2017.csv.gz");
        Assumptions.assumeTrue(file.isPresent(), "needs the trial files");
        story("points_monthly_2017.csv.gz", file.get(), "airline");
    }

    @Test
    void generated_points_with_the_same_dirt_do_the_same() {
        story("points.csv", PointsReading.bytes(PointsFile.generated(300)), "generated");
    }

    private void story(String name, byte[] content, String source) {
        var file = new PointsFile(Trials.lines(content));
        assertThat(file.identical).isPositive();
        assertThat(file.differing).isPositive();
        var upload = desk.upload(name, content);
        assertThat(upload.get("kind").asString()).isEqualTo("POINTS");
        var settings = Map.of("source", source, "differingRows", "SUM");
        desk.prepare(upload, settings);

        var checked = desk.check(upload);
        assertReads(checked, file);
        assertThat(checked.path("history").path("repeated")).hasSize(PointsTally.NAMED);
        assertThat(checked.path("history").path("repeated").get(0).path("rows").size())
                .isGreaterThan(1);
        assertThat(known(file)).as("a dry run keeps nothing").isEmpty();

        assertThat(desk.run(upload)).isEqualTo(checked);
        var people = known(file);
        assertThat(people).hasSize(file.members.size());
        assertTotals(file, people);
        assertStatements(file, people);
        reading.lawsHold();

        var again = desk.upload("again-" + name, content);
        desk.prepare(again, settings);
        var repeated = desk.run(again);
        assertThat(repeated.path("history").path("periods").asLong()).isZero();
        assertThat(repeated.path("facts").path("unchanged").asLong()).isEqualTo(file.periods());
        desk.undo(again);
        assertTotals(file, people);

        var preview = lead.post(desk.path(upload) + "/undo-preview", Map.of()).json();
        assertThat(preview.path("periods").asLong()).isEqualTo(file.periods());
        assertThat(preview.path("points").asLong())
                .isEqualTo(people.keySet().stream().mapToLong(file::balance).sum());
        assertThat(preview.path("spenders").asLong()).isZero();
        assertThat(desk.undo(upload).get("state").asString()).isEqualTo("UNDONE");
        assertThat(staff.asMachine(() -> ledger.balances(people.values(), Asset.POINTS))
                        .values())
                .containsOnly(0L);
        reading.lawsHold();

        var anew = desk.upload("anew-" + name, content);
        desk.prepare(anew, settings);
        desk.run(anew);
        assertTotals(file, known(file));
        desk.undo(anew);
    }

    private static void assertReads(JsonNode report, PointsFile file) {
        var rows = report.path("rows");
        assertThat(rows.path("read").asLong()).isEqualTo(file.rows);
        assertThat(rows.path("dropped").asLong()).isEqualTo(file.identical);
        assertThat(rows.path("rejected").asLong()).isZero();
        assertThat(rows.path("left").asLong()).isEqualTo(file.idle);
        assertThat(rows.path("accepted").asLong()).isEqualTo(file.rows - file.identical - file.idle);
        var history = report.path("history");
        assertThat(history.path("periods").asLong()).isEqualTo(file.periods());
        assertThat(history.path("earned").asLong()).isEqualTo(file.earned);
        assertThat(history.path("redeemed").asLong()).isEqualTo(file.redeemed);
        assertThat(history.path("differing").asLong()).isEqualTo(file.differing);
        var openings = file.members.keySet().stream().map(file::opening).toList();
        assertThat(history.path("openings").asLong())
                .isEqualTo(openings.stream().filter(amount -> amount > 0).count());
        assertThat(history.path("openingPoints").asLong())
                .isPositive()
                .isEqualTo(openings.stream().mapToLong(Long::longValue).sum());
    }

    /** Earned, redeemed and opening of every member, and so the balance. */
    private void assertTotals(PointsFile file, Map<String, MemberId> people) {
        var kinds = new HashMap<MemberId, Map<String, Long>>();
        sql.fetch("""
                        select e.member_id, p.kind, sum(e.amount)
                        from ledger.entry e
                        join ledger.posting p on p.member_id = e.member_id and p.posting_id = e.about
                        where p.kind in ('history-earned', 'history-redeemed', 'opening')
                          and p.cause_id in (
                            select history_id from loyalty.points_history where voided_at is null
                            union all select opening_id from loyalty.points_opening where ended_at is null)
                        group by 1, 2
                        """)
                .forEach(row -> kinds.computeIfAbsent(
                                new MemberId(row.get(0, java.util.UUID.class)), id -> new HashMap<>())
                        .put(row.get(1, String.class), row.get(2, Long.class)));
        var balances = staff.asMachine(() -> ledger.balances(people.values(), Asset.POINTS));
        var wrong = new ArrayList<String>();
        people.forEach((number, member) -> {
            var months = Objects.requireNonNull(file.members.get(number)).values();
            var wanted = new HashMap<String, Long>();
            wanted.put(
                    "history-earned", months.stream().mapToLong(sums -> sums[0]).sum());
            wanted.put(
                    "history-redeemed",
                    -months.stream().mapToLong(sums -> sums[1]).sum());
            wanted.put("opening", file.opening(number));
            wanted.values().removeIf(amount -> amount == 0);
            if (!wanted.equals(kinds.get(member)) || !Objects.equals(balances.get(member), file.balance(number))) {
                wrong.add(number + " " + kinds.get(member) + " " + wanted);
            }
        });
        assertThat(wrong).isEmpty();
    }

    private void assertStatements(PointsFile file, Map<String, MemberId> people) {
        var all = new ArrayList<>(file.members.keySet());
        Collections.shuffle(all, new Random(1));
        var chosen = new HashSet<>(all.subList(0, 20));
        all.stream().filter(number -> file.opening(number) > 0).limit(10).forEach(chosen::add);
        for (var number : chosen) {
            assertThat(reading.statement(Objects.requireNonNull(people.get(number))))
                    .as(number)
                    .isEqualTo(file.statement(number));
        }
    }

    private Map<String, MemberId> known(PointsFile file) {
        return staff.asMachine(() -> members.findByNumber(file.members.keySet()));
    }
}
