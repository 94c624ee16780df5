package org.guildhall.prepaid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guildhall.testing.Answers.ok;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.prepaid.IssuerPolicy.Beyond;
import org.guildhall.prepaid.IssuerPolicy.Ending;
import org.guildhall.prepaid.IssuerPolicy.Income;
import org.guildhall.prepaid.IssuerPolicy.IssuerClass;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestHttp.Answer;
import org.guildhall.testing.TestHttp.Client;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/**
 * Money comes in up to the cap of the issuer's class, over HTTP; each story on days of its own, after which none of its rules
 * holds, and before those to which the stories of a day's reconciliation move.
 */
@GuildhallTest
@Import(PrepaidGround.class)
class AdvanceCapStory {

    private static final long YUAN = 100;
    private static int days = 250;

    @Autowired
    TestStaff staff;

    @Autowired
    PrepaidGround ground;

    @Autowired
    StoredValue storedValue;

    @Autowired
    MovableClock clock;

    private Instant start = MovableClock.START;

    @BeforeEach
    void later() {
        start = clock.instant();
        days += 10;
        clock.moveTo(MovableClock.START.plus(Duration.ofDays(days)));
    }

    @AfterEach
    void back() {
        ground.establish(IssuerPolicy.DEFAULT, staff.today());
        clock.moveTo(start);
    }

    @Test
    void a_top_up_beyond_the_cap_is_refused_to_the_fen_with_the_reason() {
        var lead = staff.logIn("lead");
        long room = room(Beyond.REFUSE, 1_000);
        var standing = standing(lead);
        assertThat(standing.text()).contains("prepaid.advance-cap", "第二十五条", "prepaid.custody");
        var member = ground.named(null);
        var quote = ok(lead.post("/api/members/" + member + "/prepaid/top-up-quote", Map.of("amount", fen(room + 1))));
        assertThat(quote.json().path("companyAllows").asBoolean()).isFalse();
        assertThat(quote.text()).contains("prepaid.advance-beyond");
        var refused = lead.post("/api/prepaid/top-ups", topUp(member, room + 1), "cap-1-" + member);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("prepaid.above-advance-cap");
        assertThat(refused.text()).contains("\"field\":\"amount\"", "\"clause\":\"4.18\"", "预收资金");
        assertThat(ground.pots(member)).isEqualTo("0+0");

        var taken = ok(lead.post("/api/prepaid/top-ups", topUp(member, room), "cap-2-" + member));
        assertThat(taken.json().path("notices")).isEmpty();
        assertThat(standing(lead).json().path("cap").path("state").asString()).isEqualTo("near");
        assertThat(standing(lead).json().path("cap").path("left").path("minor").asLong())
                .isZero();
        ok(lead.post("/api/prepaid/payments", pay(member, 700), "cap-3-" + member));
        assertThat(standing(lead).json().path("cap").path("left").path("minor").asLong())
                .isEqualTo(700);
        ok(lead.post("/api/prepaid/locks", pay(member, 300), "cap-4-" + member));
        assertThat(standing(lead).json().path("cap").path("left").path("minor").asLong())
                .as("what is locked is still held")
                .isEqualTo(700);
        assertThat(lead.post("/api/prepaid/top-ups", topUp(member, 701), "cap-5-" + member)
                        .code())
                .isEqualTo("prepaid.above-advance-cap");
        ok(lead.post("/api/prepaid/top-ups", topUp(member, 700), "cap-6-" + member));
    }

    @Test
    void where_the_rules_let_it_through_it_is_taken_and_pointed_out() {
        var lead = staff.logIn("lead");
        long room = room(Beyond.LET_THROUGH, 500);
        var member = ground.named(null);
        var taken = ok(lead.post("/api/prepaid/top-ups", topUp(member, room + 1), "let-1-" + member));
        assertThat(taken.json().path("notices").toString()).isEqualTo("[\"advance-cap\"]");
        assertThat(standing(lead).json().path("cap").path("state").asString()).isEqualTo("beyond");
        var why = "/api/prepaid/movements/" + taken.json().path("id").asString() + "/why";
        assertThat(ok(lead.get(why)).text()).contains("prepaid.noticed-advance-cap");
        assertThat(ok(lead.get("/api/prepaid/movements?noticed=true&member=" + member))
                        .json()
                        .path("items"))
                .hasSize(1);
    }

    @Test
    void no_two_top_ups_at_once_use_the_same_room() throws Exception {
        long room = room(Beyond.REFUSE, 1_000);
        var acts = new ArrayList<Callable<String>>();
        for (int i = 0; i < 8; i++) {
            var member = ground.named(null);
            acts.add(() -> ground.outcome(() -> storedValue.topUp(
                    new TopUp(member, Money.cny(300), PaymentMethod.CASH, null, null), ground.key("rush"))));
        }
        try (var threads = Executors.newFixedThreadPool(8)) {
            var outcomes = new ArrayList<String>();
            for (var done : threads.invokeAll(acts)) {
                outcomes.add(done.get());
            }
            assertThat(outcomes)
                    .filteredOn("done"::equals)
                    .as("of %s fen", room)
                    .hasSize(3);
            assertThat(outcomes).filteredOn("prepaid.above-advance-cap"::equals).hasSize(5);
        }
    }

    @Test
    void custody_is_a_share_of_what_was_held_when_the_last_quarter_ended() {
        var lead = staff.logIn("lead");
        establish(policy(Beyond.REFUSE, List.of(), List.of()));
        var before = standing(lead).json();
        assertThat(before.has("cap")).isFalse();
        var member = ground.named(null);
        ok(lead.post("/api/prepaid/top-ups", topUp(member, 1_000 * YUAN), "custody-" + member));
        assertThat(standing(lead).json().path("custody")).isEqualTo(before.path("custody"));
        var day = clock.instant();
        long one = custodyNextQuarter();
        clock.moveTo(day);
        ground.topUp(member, 503);
        long two = custodyNextQuarter();
        assertThat(two - one).isEqualTo(503);
        assertThat(staff.logIn("svc").get("/api/prepaid/advances").code()).isEqualTo("access.denied");
    }

    @Test
    void once_the_end_of_honouring_is_announced_no_money_comes_in_and_after_it_what_is_left_is_refunded() {
        var member = ground.with(500);
        var today = staff.today();
        establish(policy(Beyond.REFUSE, List.of(), List.of(new Ending(today, today.plusDays(30)))));
        var lead = staff.logIn("lead");
        assertThat(lead.post("/api/prepaid/top-ups", topUp(member, 100), "end-1-" + member)
                        .code())
                .isEqualTo("prepaid.honouring-ends");
        var quote = ok(lead.post("/api/members/" + member + "/prepaid/top-up-quote", Map.of("amount", fen(100))));
        assertThat(quote.text()).contains("prepaid.honouring-ends", "\"allowed\":false");
        assertThat(standing(lead).json().path("ending").path("endsOn").asString())
                .isEqualTo(today.plusDays(30).toString());
        ok(lead.post("/api/prepaid/payments", pay(member, 100), "end-2-" + member));

        clock.advance(Duration.ofDays(31));
        lead = staff.logIn("lead");
        assertThat(lead.post("/api/prepaid/payments", pay(member, 100), "end-3-" + member)
                        .code())
                .isEqualTo("prepaid.honouring-ended");
        assertThat(staff.asMachine(() -> storedValue.spendable(member))
                        .available()
                        .minor())
                .isZero();
        var ask = Map.of("ground", "merchant", "hadBefore", false);
        var due = ok(lead.post("/api/members/" + member + "/prepaid/refund-quote", ask));
        var refund = Map.of("asked", ask, "expected", due.json().path("refund"), "method", "cash", "reason", "终止兑付");
        ok(lead.post("/api/members/" + member + "/prepaid/refund", refund, "end-4-" + member));
        assertThat(ground.pots(member)).isEqualTo("0+0");
    }

    /** The balance of which custody is a fifth, a quarter later. */
    private long custodyNextQuarter() {
        clock.advance(Duration.ofDays(92));
        var custody = standing(staff.logIn("lead")).json().path("custody");
        long balance = custody.path("balance").path("minor").asLong();
        assertThat(custody.path("least").path("minor").asLong()).isEqualTo((balance + 4) / 5);
        return balance;
    }

    /** Rules that leave at least so much room, to the next five fen; how much it is. */
    private long room(Beyond beyond, long fen) {
        long held =
                standing(staff.logIn("lead")).json().path("held").path("minor").asLong();
        long income = Math.ceilDiv((held + fen) * 100, 40);
        var yearEnd = LocalDate.of(staff.today().getYear() - 1, 12, 31);
        establish(policy(beyond, List.of(new Income(yearEnd, Money.cny(income))), List.of()));
        return income * 40 / 100 - held;
    }

    private void establish(IssuerPolicy policy) {
        ground.establish(policy, staff.today());
    }

    private static IssuerPolicy policy(Beyond beyond, List<Income> incomes, List<Ending> endings) {
        var built = IssuerPolicy.DEFAULT;
        return new IssuerPolicy(
                IssuerClass.SCALE,
                built.classes(),
                incomes,
                50,
                beyond,
                30,
                endings,
                built.byTransfer(),
                built.source());
    }

    private static Answer standing(Client client) {
        return ok(client.get("/api/prepaid/advances"));
    }

    private static Map<String, Object> topUp(MemberId member, long fen) {
        return Map.of("member", member, "amount", fen(fen), "method", "cash");
    }

    private static Map<String, Object> pay(MemberId member, long fen) {
        return Map.of("member", member, "amount", fen(fen), "partly", false);
    }

    private static Map<String, Object> fen(long fen) {
        return Map.of("minor", fen, "currency", "CNY");
    }
}
