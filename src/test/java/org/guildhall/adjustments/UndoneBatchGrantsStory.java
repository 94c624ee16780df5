package org.guildhall.adjustments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.guildhall.ledger.LotView;
import org.guildhall.testing.TestHttp;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Points given to many members in one act, taken back as one. */
class UndoneBatchGrantsStory extends BatchGrantsGround {

    @Test
    void undoing_restores_every_lot_exactly_and_the_company_bears_what_was_spent() {
        var ops = staff.logIn("ops");
        var all = several(3);
        var own = staff.today().plusDays(5);
        give(ops, all.getFirst(), 50, "own", own);
        var grant = given(
                ops,
                body(numbers(all), 100, staff.today().plusDays(90)),
                UUID.randomUUID().toString());
        clock.advance(Duration.ofMinutes(1));
        spend(ops, all.get(1), 60);

        var preview = ops.post(path(grant) + "/undo-preview", Map.of()).json();
        assertThat(preview.path("found").path("whole").asInt()).isEqualTo(2);
        assertThat(preview.path("found").path("partly").asInt()).isEqualTo(1);
        assertThat(preview.path("found").path("missing").asLong()).isEqualTo(60);
        assertThat(preview.path("found").path("redeemers").asInt()).isEqualTo(1);
        assertThat(preview.path("found").path("redeemed").asLong()).isEqualTo(60);
        assertThat(preview.path("redeemers").get(0).path("id").asString())
                .isEqualTo(all.get(1).toString());

        var undone = undone(ops, grant, "loss");
        assertThat(undone.path("undo").path("members").asInt()).isEqualTo(3);
        assertThat(points(all.get(1))).isZero();
        assertThat(points(all.get(2))).isZero();
        assertThat(lots(all.getFirst())).containsExactly(new LotView(50, own, false));
        assertThat(ops.post(path(grant) + "/undo", undo("loss")).code()).isEqualTo("adjustments.grant-undone");
        assertThat(ops.get("/api/audit?act=adjustments.batch-grant-undo-asked&limit=200")
                        .status())
                .isIn(200, 403);
    }

    @Test
    void what_is_missing_becomes_debt_where_that_is_the_rule_and_what_lapsed_is_no_debt() {
        var ops = staff.logIn("ops");
        var all = several(2);
        var until = staff.today().plusDays(3);
        var grant = given(ops, body(numbers(all), 80, until), UUID.randomUUID().toString());
        clock.advance(Duration.ofMinutes(1));
        spend(ops, all.getFirst(), 30);
        clock.advance(Duration.ofDays(4));
        staff.asMachine(() -> ledger.expire(org.guildhall.ledger.Asset.POINTS, staff.today()));
        assertThat(points(all.getFirst())).isZero();

        ops = staff.logIn("ops");
        var preview = ops.post(path(grant) + "/undo-preview", Map.of()).json();
        assertThat(preview.path("found").path("missing").asLong()).isEqualTo(30);
        assertThat(preview.path("found").path("whole").asInt()).isEqualTo(1);

        undone(ops, grant, "debt");
        assertThat(points(all.getFirst())).isEqualTo(-30);
        assertThat(points(all.getLast())).isZero();
    }

    @Test
    void an_undoing_that_waits_is_not_taken_for_another() {
        var ops = staff.logIn("ops");
        var lead = staff.logIn("lead");
        var all = several(3);
        var grant = ops.post(
                        "/api/batch-grants",
                        body(numbers(all), 2_000, null),
                        UUID.randomUUID().toString())
                .json();
        decide(lead, grant.path("asked").path("request").asString(), "approve");
        finished(ops, grant, "run");
        var waits = ops.post(path(grant) + "/undo", undo("debt")).json();
        assertThat(ops.post(path(grant) + "/undo", undo("debt")).json().path("undoAsked"))
                .isEqualTo(waits.path("undoAsked"));
        assertThat(ops.post(path(grant) + "/undo", undo("loss")).code()).isEqualTo("approvals.asked-otherwise");
        decide(lead, waits.path("undoAsked").path("request").asString(), "reject");
    }

    private static JsonNode undone(TestHttp.Client client, JsonNode grant, String missing) {
        var answer = client.post(path(grant) + "/undo", undo(missing));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return finished(client, grant, "undo");
    }
}
