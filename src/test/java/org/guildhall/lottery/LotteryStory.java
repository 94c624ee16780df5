package org.guildhall.lottery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.guildhall.lottery.LotteryCalls.lottery;
import static org.guildhall.lottery.LotteryCalls.move;
import static org.guildhall.lottery.LotteryCalls.open;
import static org.guildhall.lottery.LotteryCalls.prize;
import static org.guildhall.testing.Answers.lawsHold;
import static org.guildhall.testing.Answers.ok;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestHttp.Client;
import org.guildhall.testing.TestStaff;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lotteries over HTTP, from the draft to the day on which anybody recomputes them. */
@GuildhallTest
@Import({LotteryGround.class, LotteryGround.Shops.class})
@ExtendWith(OutputCaptureExtension.class)
class LotteryStory {

    private static final Pattern SEED = Pattern.compile("(\"seed\":\")(.)");

    private static final Map<String, Object> NOTHING = Map.of("kind", "nothing");
    private static final Map<String, Object> THING = Map.of("kind", "thing", "collectDays", 10);

    @Autowired
    TestStaff staff;

    @Autowired
    LotteryGround ground;

    @Autowired
    DSLContext sql;

    @Autowired
    JsonMapper json;

    @TempDir
    Path folder;

    @Test
    void winners_are_made_public_by_the_limits_of_the_day_of_publication() {
        var lead = staff.logIn("lead");
        var id = open(
                lead,
                lottery("STORY-ANN", ground.today(), prize("TEA", THING, 1_000_000, 9), prize("NONE", NOTHING, 0, 0)));
        var announced = sql.fetchSingle(
                        "select announce_above from lottery.lottery where lottery_id = ?",
                        java.util.UUID.fromString(id))
                .into(Long.class);
        assertThat(announced).isEqualTo(LotteryPolicy.DEFAULT.announceAbove().minor());
        sql.execute("alter table lottery.lottery disable trigger lottery_limits_frozen");
        sql.execute(
                "update lottery.lottery set announce_above = 4999 where lottery_id = ?", java.util.UUID.fromString(id));
        sql.execute("alter table lottery.lottery enable trigger lottery_limits_frozen");
        var drawn = ok(lead.post("/api/lotteries/" + id + "/draws", Map.of("member", ground.memberWith(50)), "ann-1"))
                .json();
        assertThat(drawn.path("draw").path("announced").asBoolean())
                .as("as if it had been published under a lower limit than today's")
                .isTrue();
    }

    @Test
    void odds_sum_to_exactly_one_or_the_difference_is_named() {
        var lead = staff.logIn("lead");
        var off =
                lottery("STORY-SUM", ground.today(), prize("TEA", THING, 1_000, 3), prize("NONE", NOTHING, 998_999, 0));
        var refused = lead.post("/api/lotteries", off);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("lottery.odds-do-not-add-up");
        assertThat(refused.json().path("facts").path("sum").asLong()).isEqualTo(999_999);
        assertThat(refused.json().path("facts").path("difference").asLong()).isEqualTo(1);
        var over =
                lottery("STORY-SUM", ground.today(), prize("TEA", THING, 1_000, 3), prize("NONE", NOTHING, 999_001, 0));
        assertThat(lead.post("/api/lotteries", over)
                        .json()
                        .path("facts")
                        .path("difference")
                        .asLong())
                .isEqualTo(-1);
        var id = ok(lead.post(
                        "/api/lotteries",
                        lottery(
                                "STORY-SUM",
                                ground.today(),
                                prize("TEA", THING, 1_000, 3),
                                prize("NONE", NOTHING, 999_000, 0))))
                .json()
                .path("id")
                .asString();
        assertThatThrownBy(() -> sql.execute(
                        "update lottery.prize set odds = odds + 1 where code = 'TEA' and lottery_id = '" + id + "'"))
                .hasMessageContaining("1000001 parts per million");
    }

    @Test
    void what_contradicts_itself_or_the_limits_is_refused_with_fields_and_source() {
        var lead = staff.logIn("lead");
        var endless =
                lottery("STORY-BAD", ground.today(), prize("TEA", THING, 1_000, 0), prize("NONE", NOTHING, 999_000, 5));
        endless.put("lastDay", ground.today().minusDays(1).toString());
        assertThat(lead.post("/api/lotteries", endless).text())
                .contains("prizes[0].stock", "never-runs-out", "not-before-first-day");
        var dear = prize("CAR", THING, 1_000, 1);
        dear.put("worth", Map.of("minor", 5_000_001, "currency", "CNY"));
        var tooHigh = lead.post(
                "/api/lotteries", lottery("STORY-DEAR", ground.today(), dear, prize("NONE", NOTHING, 999_000, 0)));
        assertThat(tooHigh.code()).isEqualTo("lottery.prize-too-high");
        assertThat(tooHigh.text()).contains("50000.00", "反不正当竞争法");
    }

    @Test
    void a_lottery_is_published_drawn_closed_revealed_and_recomputed_by_somebody_else(CapturedOutput output)
            throws IOException, InterruptedException {
        var lead = staff.logIn("lead");
        var points = Map.<String, Object>of("kind", "points", "points", 30, "validDays", 90);
        var details = lottery(
                "STORY-1",
                ground.today(),
                prize("TEA", THING, 200_000, 2),
                prize("PTS", points, 300_000, 0),
                prize("NONE", NOTHING, 500_000, 0));
        var answers = new ArrayList<String>();
        var id = ok(lead.post("/api/lotteries", details)).json().path("id").asString();
        assertThat(ok(lead.get("/api/lotteries/" + id)).text()).doesNotContain("commitment");
        answers.add(ok(move(lead, id, "published")).text());
        assertThat(lead.put("/api/lotteries/" + id, Map.of("details", details, "expectedVersion", 2))
                        .code())
                .isEqualTo("lottery.already-published");
        var member = ground.memberWith(1_000);
        var draw = Map.of("member", member);
        assertThat(lead.post("/api/lotteries/" + id + "/draws", draw, "early").code())
                .isEqualTo("lottery.not-open");
        answers.add(ok(move(lead, id, "open")).text());
        long balance = 1_000;
        for (int n = 1; n <= 12; n++) {
            var drawn = ok(lead.post("/api/lotteries/" + id + "/draws", draw, "d-" + n));
            answers.add(drawn.text());
            assertThat(drawn.json().path("draw").path("number").asInt()).isEqualTo(n);
            var again = ok(lead.post("/api/lotteries/" + id + "/draws", draw, "d-" + n))
                    .json();
            assertThat(again.path("replayed").asBoolean()).isTrue();
            assertThat(again.path("draw")).isEqualTo(drawn.json().path("draw"));
            balance += drawn.json()
                            .path("draw")
                            .path("given")
                            .path("code")
                            .asString()
                            .equals("PTS")
                    ? -20
                    : -50;
            assertThat(ground.points(member)).isEqualTo(balance);
        }
        assertThat(lead.post("/api/lotteries/" + id + "/draws", Map.of("member", ground.memberWith(60)), "d-1")
                        .code())
                .isEqualTo("lottery.act-differs");
        var poor = ground.memberWith(49);
        assertThat(lead.post("/api/lotteries/" + id + "/draws", Map.of("member", poor), "poor")
                        .code())
                .isEqualTo("ledger.insufficient-balance");
        assertThat(ground.points(poor)).isEqualTo(49);
        answers.add(ok(lead.get("/api/lotteries/" + id + "/proof")).text());
        answers.add(ok(lead.get("/api/lottery-draws?lottery=" + id)).text());
        answers.add(ok(lead.get("/api/audit?limit=200")).text());
        assertThat(move(lead, id, "revealed").code()).isEqualTo("lottery.cannot-move");
        ok(move(lead, id, "closed"));
        answers.add(ok(lead.get("/api/lotteries/" + id)).text());
        assertThat(lead.post("/api/lotteries/" + id + "/draws", draw, "late").code())
                .isEqualTo("lottery.not-open");
        var revealed = ok(move(lead, id, "revealed")).json();
        var seed = revealed.path("seed").asString();
        assertThat(seed).hasSize(64);
        nothingToldTheSeed(seed, id, answers, output.getAll());
        assertThat(recomputed(lead, id, draws -> draws)).isEqualTo("12 draws agree");
        lawsHold(lead, "lottery.draws-recompute");
        assertThat(ok(lead.get("/api/members/" + member + "/timeline")).text()).contains("lottery.drawn");
    }

    /** Neither answers nor the log nor anything kept held the seed before it was revealed, in any writing. */
    private void nothingToldTheSeed(String hex, String id, List<String> answers, String log) {
        var bytes = HexFormat.of().parseHex(hex);
        var writings = List.of(
                hex,
                hex.toUpperCase(Locale.ROOT),
                Base64.getEncoder().encodeToString(bytes),
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        for (var writing : writings) {
            assertThat(answers).noneMatch(answer -> answer.contains(writing));
            assertThat(log).doesNotContain(writing);
            assertThat(sql.fetchValue(
                            "select count(*) from access.audit where facts::text like '%' || ? || '%'", writing))
                    .isEqualTo(0L);
        }
        var sealed = (byte[]) sql.fetchValue("select sealed_seed from lottery.lottery where lottery_id = ?::uuid", id);
        assertThat(HexFormat.of().formatHex(sealed)).doesNotContain(hex);
    }

    /** What the script outside our code says of the published draws, changed in some way before it sees them. */
    private String recomputed(Client client, String id, UnaryOperator<String> change)
            throws IOException, InterruptedException {
        var proof = ok(client.get("/api/lotteries/" + id + "/proof")).json();
        var draws = new ArrayList<JsonNode>();
        ok(client.get("/api/lotteries/" + id + "/proof/draws?limit=200"))
                .json()
                .path("items")
                .forEach(draws::add);
        var file = folder.resolve("published.json");
        Files.writeString(file, change.apply(json.writeValueAsString(Map.of("proof", proof, "draws", draws))));
        Process process;
        try {
            process = new ProcessBuilder("python3", "tools/recompute-lottery.py", file.toString())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException absent) {
            Assumptions.abort("no python3 here");
            throw absent;
        }
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said.strip();
    }

    @Test
    void somebody_else_notices_a_draw_that_was_tampered_with() throws IOException, InterruptedException {
        var lead = staff.logIn("lead");
        var id = open(
                lead,
                lottery(
                        "STORY-T",
                        ground.today(),
                        prize("TEA", THING, 500_000, 2),
                        prize("NONE", NOTHING, 500_000, 0)));
        var member = ground.memberWith(1_000);
        for (int n = 1; n <= 6; n++) {
            ok(lead.post("/api/lotteries/" + id + "/draws", Map.of("member", member), "t-" + n));
        }
        ok(move(lead, id, "closed"));
        ok(move(lead, id, "revealed"));
        assertThat(recomputed(lead, id, draws -> draws)).isEqualTo("6 draws agree");
        assertThat(recomputed(lead, id, draws -> draws.replaceFirst("\"ticket\":\\d+", "\"ticket\":1000000")))
                .contains("published is 1000000");
        assertThat(recomputed(lead, id, draws -> draws.replaceFirst("\"given\":\"[A-Z]+\"", "\"given\":\"GOLD\"")))
                .contains("published is GOLD");
        assertThat(recomputed(
                        lead,
                        id,
                        draws -> SEED.matcher(draws)
                                .replaceFirst(
                                        seed -> seed.group(1) + (seed.group(2).equals("0") ? "1" : "0"))))
                .contains("not the one that was committed to");
    }
}
