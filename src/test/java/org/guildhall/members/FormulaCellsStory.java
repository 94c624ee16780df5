package org.guildhall.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.guildhall.platform.Sheets;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** What people typed is text in every file that leaves the house, however much it looks like a formula. */
@GuildhallTest
class FormulaCellsStory {

    private static final List<String> FORMULAS =
            List.of("=HYPERLINK(\"http://x\")", "+1+1", "-2+3", "@SUM(A1)", "=cmd|' /C calc'!A0");

    @TempDir
    Path folder;

    @Autowired
    TestStaff staff;

    @Test
    void a_list_of_members_taken_out_holds_no_formula() throws Exception {
        var lead = staff.logIn("lead");
        var ids = new ArrayList<String>();
        for (var formula : FORMULAS) {
            var answer = lead.post(
                    "/api/members",
                    Map.of("kind", "ORGANISATION", "profile", Map.of("name", formula), "tags", List.of(tag(formula))));
            assertThat(answer.status()).as(answer.text()).isEqualTo(201);
            ids.add(answer.json().path("member").path("id").asString());
        }
        var query = Map.of("filter", Map.of("type", "ids", "in", ids));
        var job = lead.post("/api/members/exports", Map.of("query", query, "format", "CSV", "reason", "月报"));
        var id = job.json().path("id").asString();
        assertThat(lead.ended(id).json().path("state").asString()).isEqualTo("DONE");
        var result = lead.get("/api/jobs/" + id).json().path("result");
        var file =
                lead.get("/api/downloads/" + result.path("download").asString()).text();
        noFormulaIn(file);
        for (var formula : FORMULAS) {
            assertThat(file).contains("'" + formula.replace("\"", "\"\""));
        }
    }

    @Test
    void a_workbook_holds_them_as_texts() throws Exception {
        var out = new ByteArrayOutputStream();
        Sheets.write(
                Sheets.Format.XLSX,
                out,
                List.of("=1+1"),
                rows -> FORMULAS.forEach(formula -> rows.accept(List.of(formula, -5))));
        var file = Files.write(folder.resolve("members.xlsx"), out.toByteArray());
        var parts = new StringBuilder();
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                parts.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(parts).contains("@SUM(A1)", "<v>-5</v>").doesNotContain("<f>", "<f ");
        assertThat(parts.toString()).doesNotContain(">=", ">@SUM", ">+1+1", ">-2+3");
    }

    @Test
    void rejected_rows_quote_bad_cells_as_text() throws Exception {
        var lead = staff.logIn("lead");
        var text = new StringBuilder("会员号,单号,时间,金额\n");
        for (int i = 0; i < FORMULAS.size(); i++) {
            text.append("f-1,F")
                    .append(i)
                    .append(",2024-05-01,\"")
                    .append(FORMULAS.get(i).replace("\"", "\"\""))
                    .append("\"\n");
        }
        var upload = lead.upload("/api/imports", "formulas.csv", text.toString().getBytes(StandardCharsets.UTF_8))
                .json();
        var path = "/api/imports/" + upload.path("id").asString();
        var profile = upload.path("profile");
        lead.put(
                path + "/mapping",
                Map.of("kind", "PURCHASES", "mapping", profile.path("mapping"), "settings", profile.path("settings")));
        lead.post(path + "/dry-run", Map.of());
        assertThat(lead.ended(lead.get(path).json().path("jobId").asString())
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("DONE");
        assertThat(lead.get(path + "/errors").json().path("items")).hasSize(FORMULAS.size());
        noFormulaIn(lead.get(path + "/errors.csv").text());
    }

    /** No cell begins with a sign that starts a formula, also not behind its quotation mark. */
    private static void noFormulaIn(String csv) {
        var cells = csv.lines()
                .flatMap(line -> Stream.of(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)))
                .toList();
        assertThat(cells).isNotEmpty().noneMatch(cell -> cell.matches("\"?[=+@-].*"));
    }

    private static String tag(String formula) {
        return formula.substring(0, Math.min(4, formula.length()));
    }
}
