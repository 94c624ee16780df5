package org.guildhall.adjustments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.CauseKey;
import org.guildhall.ledger.Movement;
import org.guildhall.ledger.Posting;
import org.guildhall.testing.TestHttp;
import org.junit.jupiter.api.Test;

/** What was booked by hand is undone by hand, within the same limits; what a document brought about is not. */
class UndoneByHandStory extends AdjustmentsGround {

    @Test
    void what_a_document_brought_about_is_not_undone_by_hand() {
        var member = people.of(null);
        var ops = staff.logIn("ops");
        give(ops, member, 800, "given");
        var used = redeemed(member, 500);

        var refused = undo(ops, used.toString(), "soft-heart");
        assertThat(refused.status()).as(refused.text()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("adjustments.not-by-hand");
        assertThat(points(member))
                .as("the kettle is out, and so are its points")
                .isEqualTo(300);
    }

    @Test
    void undoing_much_of_an_earlier_day_waits_and_is_done_once_approved() {
        var member = people.of(null);
        var ops = staff.logIn("ops");
        give(ops, member, 900, "first");
        clock.advance(Duration.ofDays(1));
        var spent = posting(spend(staff.logIn("ops"), member, 900, "gift"));
        clock.advance(Duration.ofDays(1));
        ops = staff.logIn("ops");
        assertThat(give(ops, member, 200, "today").status()).isEqualTo(200);

        var waiting = undo(ops, spent, "late");
        assertThat(waiting.status()).as(waiting.text()).isEqualTo(202);
        assertThat(points(member)).isEqualTo(200);
        var request = waiting.json().path("asked").path("request").asString();
        var lead = staff.logIn("lead");
        var seen = lead.get("/api/approvals/" + request).json();
        assertThat(seen.path("amount").asLong()).isEqualTo(1_100);
        assertThat(seen.path("facts").path("change").asString()).isEqualTo("undo");
        assertThat(decide(ops, request, "approve").code()).isEqualTo("approvals.own-request");
        decide(lead, request, "approve");
        assertThat(points(member)).isEqualTo(1_100);
        assertThat(undo(ops, spent, "late")
                        .json()
                        .path("receipt")
                        .path("replayed")
                        .asBoolean())
                .isTrue();
        assertThat(give(ops, member, 1, "after").status())
                .as("what was undone counts like what was given")
                .isEqualTo(202);
    }

    @Test
    void undoing_the_same_day_adds_nothing_to_what_the_day_comes_to() {
        var member = people.of(null);
        var ops = staff.logIn("ops");
        var wrong = posting(give(ops, member, 600, "typo"));
        assertThat(undo(ops, wrong, "at-once").status()).isEqualTo(200);
        assertThat(points(member)).isZero();
        assertThat(give(ops, member, 399, "right").status()).isEqualTo(200);
        assertThat(give(ops, member, 1, "over").status())
                .as("nor does it make room")
                .isEqualTo(202);
    }

    @Test
    void what_was_rejected_is_not_done_on_a_quieter_day() {
        var member = people.of(null);
        var person = staff.hire("ops", staff.company());
        var ops = staff.logIn(person);
        give(ops, member, 600, "busy");
        var asked = give(ops, member, 500, "refused");
        assertThat(asked.status()).isEqualTo(202);
        decide(staff.logIn("lead"), asked.json().path("asked").path("request").asString(), "reject");

        clock.advance(Duration.ofDays(1));
        var again = give(staff.logIn(person), member, 500, "refused");
        assertThat(again.json().path("asked").path("state").asString()).isEqualTo("rejected");
        assertThat(points(member)).isEqualTo(600);
    }

    @Test
    void what_was_given_back_to_its_asker_keeps_no_small_change_waiting() {
        var member = people.of(null);
        var ops = staff.logIn("ops");
        var asked = give(ops, member, 5_000, "too-much");
        assertThat(give(ops, member, 10, "beside").status()).isEqualTo(202);
        decide(staff.logIn("lead"), asked.json().path("asked").path("request").asString(), "return");
        var other = people.of(null);
        assertThat(give(ops, other, 10, "other").status()).isEqualTo(200);
        withdraw(ops, give(ops, member, 10, "beside"));
        assertThat(give(ops, member, 10, "later").status()).isEqualTo(200);
    }

    @Test
    void lots_moved_one_by_one_count_together() {
        var member = people.of(null);
        var ops = staff.logIn("ops");
        var day = staff.today().plusDays(10);
        for (int i = 0; i < 4; i++) {
            give(ops, member, 200, "lot-" + i, day.plusDays(i));
        }
        var later = day.plusDays(60);
        assertThat(extend(ops, member, day, later, "one").status()).isEqualTo(200);
        assertThat(extend(ops, member, day.plusDays(1), later, "two").status()).isEqualTo(200);
        var third = extend(ops, member, day.plusDays(2), later, "three");
        assertThat(third.status()).as(third.text()).isEqualTo(202);
        clock.advance(Duration.ofDays(1));
        ops = staff.logIn("ops");
        assertThat(extend(ops, member, day.plusDays(3), later, "four").status())
                .as("what waits counts, and is little by itself")
                .isEqualTo(200);
        var request = third.json().path("asked").path("request").asString();
        var lead = staff.logIn("lead");
        assertThat(lead.get("/api/approvals/" + request)
                        .json()
                        .path("facts")
                        .path("amount")
                        .asLong())
                .isEqualTo(200);
        assertThat(decide(lead, request, "approve").status()).isEqualTo(200);
        assertThat(lots(member))
                .singleElement()
                .satisfies(lot -> assertThat(lot.amount()).isEqualTo(800));
    }

    private UUID redeemed(MemberId member, long amount) {
        var key = CauseKey.of("kettle|" + member);
        var posting = new Posting(
                key,
                member,
                "redemption",
                null,
                "mall.redemption",
                key.postingId(),
                List.of(new Movement.Spend(Asset.POINTS, amount)),
                null,
                0);
        return Objects.requireNonNull(staff.asMachine(() -> transaction.execute(
                        status -> ledger.post(List.of(posting)).getFirst())))
                .postingId();
    }

    private static TestHttp.Answer spend(TestHttp.Client client, MemberId member, long amount, String key) {
        return client.post(
                "/api/members/" + member + "/points",
                Map.of("amount", amount, "kind", "spend", "reason", "礼品"),
                key + "-" + member);
    }

    private static TestHttp.Answer undo(TestHttp.Client client, String posting, String key) {
        return client.post("/api/postings/" + posting + "/reverse", Map.of("reason", "登记错了"), key + "-" + posting);
    }

    private static void withdraw(TestHttp.Client client, TestHttp.Answer asked) {
        var request = asked.json().path("asked").path("request").asString();
        assertThat(client.post("/api/approvals/" + request + "/withdraw", Map.of("revision", 1, "reason", "不用了"))
                        .status())
                .isEqualTo(200);
    }

    private static String posting(TestHttp.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("receipt").path("postingId").asString();
    }
}
