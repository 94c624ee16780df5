package org.guildhall.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.guildhall.kernel.MemberId;
import org.guildhall.loyalty.Loyalty;
import org.guildhall.loyalty.StandingView;
import org.guildhall.members.Members;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestStaff;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Files of purchases: from the upload to points and tiers, and back. */
@GuildhallTest
class PurchaseImportStory {

    @Autowired
    TestStaff staff;

    @Autowired
    Members members;

    @Autowired
    Loyalty loyalty;

    @Autowired
    DSLContext sql;

    @Test
    void groceries_with_lines_and_unknown_stores_come_in_once_and_go_out_whole() {
        var file = Trials.find("completejourney/transactions_sample.csv.gz");
        Assumptions.assumeTrue(file.isPresent(), "needs the trial files");
        groceryStory(file.get(), "journey");
    }

    @Test
    void generated_groceries_with_more_dirt_do_the_same() {
        groceryStory(GeneratedGroceries.file(3000).getBytes(StandardCharsets.UTF_8), "grocer");
    }

    private void groceryStory(byte[] content, String source) {
        var lead = staff.logIn("lead");
        var desk = new ImportDesk(lead);
        var expected = Groceries.judge(Trials.lines(content));
        var known = expected.buyers().stream().sorted().limit(50).toList();
        var before = desk.upload("known.csv", knownMembers(known, source));
        desk.run(before);
        var regular = member(source + "-" + known.getFirst());
        var beforeStanding = standing(regular);

        var upload = desk.upload("transactions.csv", Groceries.prefixed(content, source));
        assertThat(upload.get("kind").asString()).isEqualTo("PURCHASES");
        desk.prepare(upload, Map.of("source", source));
        var checked = desk.check(upload);
        assertThat(counts(checked)).isEqualTo(expected.counts(known.size()));
        assertThat(stored(source)).isEqualTo("0 purchases, null fen, 0 lines");

        var report = desk.run(upload);
        assertThat(report).isEqualTo(checked);
        assertThat(stored(source)).isEqualTo(expected.stored());
        assertThat(desk.rejectedRows(upload)).isEqualTo(expected.rejected());
        assertThat(standing(regular)).isNotEqualTo(beforeStanding);

        var again = desk.upload("transactions again.csv", Groceries.prefixed(content, source));
        desk.prepare(again, Map.of("source", source));
        var second = desk.run(again).get("facts");
        assertThat(second.get("purchases").asLong()).isZero();
        assertThat(second.get("unchanged").asLong()).isEqualTo(expected.purchases());
        assertThat(second.get("points").asLong()).isZero();
        assertThat(stored(source)).isEqualTo(expected.stored());

        var preview = lead.post(desk.path(upload) + "/undo-preview", Map.of()).json();
        assertThat(preview.get("purchases").asLong()).isEqualTo(expected.purchases());
        assertThat(preview.get("withdrawn").asLong())
                .isEqualTo(expected.buyers().size() - known.size());
        desk.undo(upload);
        assertThat(standing(regular)).isEqualTo(beforeStanding);
        assertThat(stored(source)).isEqualTo(expected.stored());
        assertThat(voided(source)).isEqualTo(expected.purchases());
    }

    @Test
    void aligned_rows_without_header_or_numbers_are_purchases_of_their_own() {
        var file = Trials.find("cdnow/CDNOW_sample.txt");
        Assumptions.assumeTrue(file.isPresent(), "needs the trial files");
        alignedStory(file.get(), "cdnow");
    }

    @Test
    void generated_aligned_rows_do_the_same() {
        var random = new Random(11);
        var text = new StringBuilder();
        for (int i = 0; i < 2000; i++) {
            text.append(" %05d %04d 1997%02d%02d %2d %7.2f\r\n"
                    .formatted(
                            70_000 + i / 4,
                            i / 4,
                            1 + random.nextInt(12),
                            1 + random.nextInt(28),
                            1 + random.nextInt(9),
                            random.nextInt(9000) / 100.0));
        }
        var doubled = text + text.substring(0, 64);
        alignedStory(doubled.getBytes(StandardCharsets.UTF_8), "aligned");
    }

    private void alignedStory(byte[] content, String source) {
        var desk = new ImportDesk(staff.logIn("lead"));
        var total = BigDecimal.ZERO;
        var buyers = new HashSet<String>();
        var lines = Trials.lines(content);
        for (var line : lines) {
            var cells = line.strip().split(" +", -1);
            total = total.add(new BigDecimal(cells[4]));
            buyers.add(cells[0]);
        }
        for (int time = 0; time < 2; time++) {
            var upload = desk.upload(source + ".txt", content);
            assertThat(upload.get("layout").get("shape").asString()).isEqualTo("ALIGNED");
            desk.prepare(upload, Map.of("source", source));
            var facts = desk.run(upload).get("facts");
            assertThat(facts.get("purchases").asLong()).isEqualTo(time == 0 ? lines.size() : 0);
            assertThat(facts.get("unchanged").asLong()).isEqualTo(time == 0 ? 0 : lines.size());
            assertThat(facts.get("stubs").asLong()).isEqualTo(time == 0 ? buyers.size() : 0);
            assertThat(stored(source))
                    .isEqualTo(lines.size() + " purchases, "
                            + total.movePointRight(2).longValueExact() + " fen, " + lines.size() + " lines");
        }
    }

    @Test
    void negative_rows_are_returns_when_the_settings_say_so() {
        var desk = new ImportDesk(staff.logIn("lead"));
        var text = "会员号,单号,时间,金额\nret-1,R1,2024-05-01,100\nret-1,R2,2024-05-02,50\nret-1,R1,2024-05-03,-40\n";
        var upload = desk.upload("pos.csv", text.getBytes(StandardCharsets.UTF_8));
        desk.prepare(upload, Map.of("source", "ret", "negativeAmounts", "RETURN"));
        var report = desk.run(upload);
        assertThat(report.get("facts").get("purchases").asLong()).isEqualTo(2);
        assertThat(report.get("facts").get("returns").asLong()).isEqualTo(1);
        assertThat(report.get("returned").get("CNY").asLong()).isEqualTo(4000);
        assertThat(standing(member("ret-1")).spend().minor()).isEqualTo(11_000);
    }

    @Test
    void rows_without_a_number_find_their_member_by_phone() {
        var lead = staff.logIn("lead");
        var desk = new ImportDesk(lead);
        var known = desk.upload("known.csv", bytes("会员号,姓名,会员手机\nmix-1,王小明,13912345678\n"));
        desk.prepare(known, Map.of("source", "mix"));
        desk.run(known);
        var upload = desk.upload("mixed.csv", bytes("""
                会员编号,会员手机,单号,时间,金额
                mix-1,,X1,2024-05-01,100
                ,139 1234 5678,X2,2024-05-02,50
                """));
        desk.prepare(upload, Map.of("source", "mix"));
        var report = desk.run(upload);
        assertThat(report.get("rows").get("rejected").asLong()).isZero();
        assertThat(report.get("facts").get("stubs").asLong()).isZero();
        assertThat(standing(member("mix-1")).spend().minor()).isEqualTo(15_000);

        desk.undo(upload);
        var entries =
                lead.get("/api/members/" + member("mix-1") + "/timeline").json().get("items");
        assertThat(entries)
                .filteredOn(entry -> entry.get("kind").asString().equals("intake.undone"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.get("actor").asString()).startsWith("staff:");
                    assertThat(entry.get("facts").get("reason").asString()).isEqualTo("wrong file");
                });
    }

    @Test
    void the_same_file_again_is_proposed_as_it_was_imported_and_counts_once() {
        var desk = new ImportDesk(staff.logIn("lead"));
        var content = bytes("会员号,付款流水,单据,日期,实付\nonce-1,A,T1,2024-05-01,100\nonce-1,B,T2,2024-05-02,50\n");
        var columns = Map.<String, Object>of("field", "PURCHASE_NUMBER", "columns", List.of("单据"));
        var upload = desk.upload("purch_once.csv", content);
        assertThat(upload.has("earlier")).isFalse();
        desk.prepare(upload, Map.of("source", "once-pos"), List.of(columns));
        desk.run(upload);

        var again = desk.upload("purch_once.csv", content);
        assertThat(again.get("settings").get("source").asString()).isEqualTo("once-pos");
        assertThat(again.get("mapping").toString()).contains("单据");
        assertThat(again.get("earlier").get("last")).isEqualTo(upload.get("id"));
        assertThat(again.get("earlier").get("sources").toString()).isEqualTo("[\"once-pos\"]");
        assertThat(again.get("earlier").get("count").asInt()).isEqualTo(1);
        var facts = desk.check(again).get("facts");
        assertThat(facts.get("purchases").asLong()).isZero();
        assertThat(facts.get("unchanged").asLong()).isEqualTo(2);

        var next = desk.upload("june.csv", bytes("会员号,付款流水,单据,日期,实付\nonce-1,C,T3,2024-06-01,70\n"));
        assertThat(next.get("settings").get("source").asString()).isEqualTo("once-pos");
        assertThat(next.get("mapping").toString()).contains("单据");
        assertThat(next.has("earlier")).isFalse();
    }

    @Test
    void rejected_rows_are_corrected_in_their_file_and_come_in_again() {
        var lead = staff.logIn("lead");
        var desk = new ImportDesk(lead);
        var upload = desk.upload("till may.csv", bytes("""
                会员号,单号,时间,金额,商品
                back-1,B1,2024-05-01,100,tea
                back-1,B2,2024-13-45,abc,=1+1
                back-1,B3,2024-05-03,-40,tea
                """));
        desk.prepare(upload, Map.of("source", "back"));
        var report = desk.run(upload);
        assertThat(report.get("rows").get("rejected").asLong()).isEqualTo(2);
        assertThat(report.get("rejectedByRule").toString())
                .contains("\"AMOUNT_UNREADABLE\":1", "\"DATE_IMPOSSIBLE\":1");

        var file = lead.get(desk.path(upload) + "/errors.csv");
        assertThat(file.raw().headers().firstValue("Content-Disposition").orElse(""))
                .contains("filename*=UTF-8''%E8%A2%AB%E6%8B%92%E8%A1%8C-till%20may.csv");
        var lines = file.text().replace("\ufeff", "").lines().toList();
        assertThat(lines.getFirst()).isEqualTo("行号,字段,内容,问题,处理办法,会员号,单号,时间,金额,商品");
        assertThat(lines).hasSize(3);
        assertThat(lines.get(1)).startsWith("3,").endsWith(",back-1,B2,2024-13-45,abc,'=1+1");
        assertThat(lines.get(2)).endsWith(",back-1,B3,2024-05-03,-40,tea");

        var mended = String.join("\n", lines)
                .replace("B2,2024-13-45,abc", "B2,2024-05-02,30")
                .replace("-40,tea", "40,tea");
        var back = desk.upload("被拒行-till may.csv", bytes(mended));
        assertThat(back.get("settings").get("source").asString()).isEqualTo("back");
        desk.prepare(back, Map.of());
        var facts = desk.run(back);
        assertThat(facts.get("rows").get("rejected").asLong()).isZero();
        assertThat(facts.get("facts").get("purchases").asLong()).isEqualTo(2);
        assertThat(standing(member("back-1")).spend().minor()).isEqualTo(17_000);
        assertThat(sql.fetchSingle("select product from loyalty.purchase_line where product like '%1+1'")
                        .into(String.class))
                .isEqualTo("=1+1");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private byte[] knownMembers(List<String> numbers, String source) {
        var text = new StringBuilder("会员号,姓名\n");
        numbers.forEach(number -> text.append(source)
                .append('-')
                .append(number)
                .append(",顾客")
                .append(number)
                .append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private MemberId member(String number) {
        return staff.asMachine(() ->
                Objects.requireNonNull(members.findByNumber(List.of(number)).get(number)));
    }

    private StandingView standing(MemberId member) {
        return staff.asMachine(() -> loyalty.standing(member));
    }

    private String stored(String source) {
        return sql.fetchSingle("""
                        select (select count(*) from loyalty.purchase where source = ?) || ' purchases, '
                          || coalesce((select sum(total_minor) from loyalty.purchase where source = ?)::text, 'null') || ' fen, '
                          || (select count(*) from loyalty.purchase_line join loyalty.purchase using (member_id, purchase_id)
                              where source = ?) || ' lines'
                        """, source, source, source).into(String.class);
    }

    private long voided(String source) {
        return sql.fetchSingle("""
                        select count(*) from loyalty.voiding v join loyalty.purchase p
                          on p.member_id = v.member_id and p.purchase_id = v.fact_id where p.source = ?
                        """, source).into(Long.class);
    }

    private static String counts(JsonNode report) {
        var rows = report.get("rows");
        var facts = report.get("facts");
        return "read " + rows.get("read") + " accepted " + rows.get("accepted") + " dropped " + rows.get("dropped")
                + " rejected " + rows.get("rejected") + " purchases " + facts.get("purchases") + " stubs "
                + facts.get("stubs") + " fen " + report.get("paid").path("CNY");
    }
}
