package org.guildhall.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import org.guildhall.members.AttributeDefinition;
import org.guildhall.members.MemberStatus;
import org.guildhall.members.Members;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Files of members: from the upload to the registry and back. */
@GuildhallTest
class MemberImportStory {

    private static final List<Map<String, Object>> SALARY =
            List.of(Map.of("field", "ATTRIBUTE", "columns", List.of("Salary"), "attribute", "salary", "as", "AMOUNT"));

    @Autowired
    TestStaff staff;

    @Autowired
    Members members;

    @Test
    void the_airlines_members_come_in_whole_but_for_negative_salaries() {
        var file = Trials.find("airline-loyalty/members.csv");
        Assumptions.assumeTrue(file.isPresent(), "needs the trial files");
        memberStory(file.get());
    }

    @Test
    void generated_members_with_the_same_dirt_do_the_same() {
        memberStory(airline(1500).getBytes(StandardCharsets.UTF_8));
    }

    private void memberStory(byte[] content) {
        var lead = staff.logIn("lead");
        lead.post("/api/member-attributes", AttributeDefinition.of("salary", AttributeDefinition.Type.NUMBER, "年薪"));
        var desk = new ImportDesk(lead);
        var upload = desk.upload("airline members.csv", content);
        assertThat(upload.get("kind").asString()).isEqualTo("MEMBERS");
        desk.prepare(upload, Map.of("source", "airline"), SALARY);

        var lines = Trials.lines(content);
        var expected = Expected.of(lines);
        var checked = desk.check(upload);
        assertThat(counts(checked)).isEqualTo(expected.counts(0));
        assertThat(active(lines)).isZero();

        var report = desk.run(upload);
        assertThat(report).isEqualTo(checked);
        assertThat(active(lines)).isEqualTo(expected.active());
        assertThat(desk.errors(upload))
                .extracting(error -> error.get("row").asLong())
                .containsExactlyElementsOf(expected.negative());
        assertThat(desk.errors(upload)).allSatisfy(error -> {
            assertThat(error.get("rule").asString()).isEqualTo("AMOUNT_NEGATIVE");
            assertThat(error.get("remedy").asString()).isNotBlank();
        });

        var again = desk.upload("airline members again.csv", content);
        assertThat(again.get("earlier").get("last")).isEqualTo(upload.get("id"));
        desk.prepare(again, Map.of());
        assertThat(counts(desk.run(again))).isEqualTo(expected.counts(expected.good()));

        var preview = lead.post(desk.path(upload) + "/undo-preview", Map.of()).json();
        assertThat(preview.get("withdrawn").asLong()).isEqualTo(expected.good());
        assertThat(desk.undo(upload).get("state").asString()).isEqualTo("UNDONE");
        assertThat(active(lines)).isZero();
    }

    @Test
    void chinese_members_in_gb18030_are_updated_where_known_and_named_where_bad() {
        var lead = staff.logIn("lead");
        var desk = new ImportDesk(lead);
        var first = desk.upload("会员.csv", gb("""
                会员号,姓名,手机,性别,生日
                GB1,王小明,138-0013-8001,男,1990/1/2
                GB2,李雷,+86 13800138002,女,
                """));
        assertThat(first.get("layout").get("charset").asString()).isEqualTo("GB18030");
        assertThat(desk.run(first).get("facts").get("entered").asLong()).isEqualTo(2);

        var second = desk.upload("会员2.csv", gb("""
                会员号,姓名,手机,性别,生日
                GB1,王大明,13800138001,男,1990-01-02
                GB2,李雷,13800138002,,
                GB3,韩梅梅,12345,女,2999-01-01
                GB4,甲,13800138004,,
                GB4,乙,13800138004,,
                GB5,丙,13800138001,,
                """));
        var report = desk.run(second);
        assertThat(report.get("facts").get("updated").asLong()).isEqualTo(1);
        assertThat(report.get("facts").get("unchanged").asLong()).isEqualTo(1);
        assertThat(desk.errors(second))
                .extracting(error ->
                        error.get("row").asLong() + " " + error.get("rule").asString())
                .containsExactlyInAnyOrder(
                        "4 PHONE_UNREADABLE", "4 IN_THE_FUTURE", "5 MEMBER_TWICE", "6 MEMBER_TWICE", "7 REFUSED");
        var sheet = lead.send("GET", desk.path(second) + "/errors.csv", null, Map.of("Accept-Language", "zh-CN"));
        assertThat(sheet.status()).isEqualTo(200);
        assertThat(sheet.text()).startsWith("\ufeff行号,字段,内容,问题,处理办法,会员号,姓名,").contains("不是有效手机号");
        assertThat(sheet.text())
                .as("what another module refused is told in words, at its own column")
                .contains("7,手机,", "该手机号已属于另一位在册会员,核对是否同一人")
                .doesNotContain("mobile-taken");

        desk.undo(second);
        var known = staff.asMachine(() -> members.get(
                Objects.requireNonNull(members.findByNumber(List.of("GB1")).get("GB1")), null));
        assertThat(known.toString()).contains("王小明").doesNotContain("王大明");
        desk.undo(first);
    }

    @Test
    void only_somebody_with_power_over_all_units_may_import() {
        assertThat(staff.logIn("store")
                        .upload("/api/imports", "m.csv", gb("会员号,姓名\n1,2\n"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void bad_files_and_mappings_are_refused_with_what_is_wrong() {
        var lead = staff.logIn("lead");
        assertThat(lead.upload("/api/imports", "x.csv", new byte[0]).code()).isEqualTo("intake.unreadable-file");
        var upload = new ImportDesk(lead).upload("m.csv", gb("会员号,姓名\n1,2\n"));
        var body = Map.of(
                "kind",
                "MEMBERS",
                "mapping",
                Map.of("fields", List.of(Map.of("field", "NAME", "columns", List.of("nowhere")))),
                "settings",
                upload.get("profile").get("settings"));
        var refused = lead.put("/api/imports/" + upload.get("id").asString() + "/mapping", body);
        assertThat(refused.code()).isEqualTo("intake.unfit-mapping");
        assertThat(refused.text()).contains("column-of-file", "nowhere", "required-field");
        var salary = Map.of("field", "ATTRIBUTE", "columns", List.of("姓名"), "attribute", "salary", "as", "TEXT");
        var twice = Map.of(
                "kind", "MEMBERS",
                "mapping", Map.of("fields", List.of(salary, salary)),
                "settings", upload.get("profile").get("settings"));
        assertThat(lead.put("/api/imports/" + upload.get("id").asString() + "/mapping", twice)
                        .text())
                .as("an attribute has one source")
                .contains("mapping.fields[1].attribute", "once");
        assertThat(lead.get("/api/imports/" + upload.get("id").asString())
                        .json()
                        .get("state")
                        .asString())
                .isEqualTo("UPLOADED");
    }

    /** How many of the file's members are in the registry and active. */
    private long active(List<String> lines) {
        var numbers = lines.stream().skip(1).map(line -> line.split(",", -1)[0]).toList();
        return staff.asMachine(() -> {
            var found = members.findByNumber(numbers).values();
            return members.facts(found).values().stream()
                    .filter(member -> member.status() == MemberStatus.ACTIVE)
                    .count();
        });
    }

    private static byte[] gb(String text) {
        return text.getBytes(Charset.forName("GB18030"));
    }

    private static String counts(JsonNode report) {
        var rows = report.get("rows");
        var facts = report.get("facts");
        return "read " + rows.get("read") + " accepted " + rows.get("accepted") + " rejected " + rows.get("rejected")
                + " entered " + facts.get("entered") + " unchanged " + facts.get("unchanged");
    }

    /** The same file judged by a few plain lines of its own. */
    private record Expected(long read, long good, long active, TreeSet<Long> negative) {

        static Expected of(List<String> lines) {
            var negative = new TreeSet<Long>();
            long active = 0;
            for (int i = 1; i < lines.size(); i++) {
                var cells = lines.get(i).split(",", -1);
                if (cells[7].startsWith("-")) {
                    negative.add(i + 1L);
                } else {
                    active += cells[14].isEmpty() ? 1 : 0;
                }
            }
            long read = lines.size() - 1L;
            return new Expected(read, read - negative.size(), active, negative);
        }

        String counts(long unchanged) {
            return "read " + read + " accepted " + good + " rejected " + negative.size() + " entered "
                    + (good - unchanged) + " unchanged " + unchanged;
        }
    }

    /** Members as the airline exports them: byte order mark, blank and negative salaries, cancellations. */
    private static String airline(int members) {
        var random = new Random(7);
        var text = new StringBuilder("\ufeffLoyalty Number,Country,Province,City,Postal Code,Gender,Education,Salary,")
                .append("Marital Status,Loyalty Card,CLV,Enrollment Type,Enrollment Year,Enrollment Month,")
                .append("Cancellation Year,Cancellation Month\n");
        for (int i = 0; i < members; i++) {
            var salary =
                    random.nextInt(4) == 0 ? "" : String.valueOf(random.nextInt(90_000) - (i % 97 == 0 ? 99_000 : 0));
            var cancelled = random.nextInt(8) == 0 ? "2018," + (1 + random.nextInt(12)) : ",";
            text.append(900_000 + i)
                    .append(",Canada,Ontario,Toronto,M2Z 4K1,")
                    .append(random.nextBoolean() ? "Female" : "Male")
                    .append(",Bachelor,")
                    .append(salary)
                    .append(",Married,Star,3839.14,Standard,")
                    .append(2012 + random.nextInt(6))
                    .append(',')
                    .append(1 + random.nextInt(12))
                    .append(',')
                    .append(cancelled)
                    .append('\n');
        }
        return text.toString();
    }
}
