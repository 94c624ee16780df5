package org.guildhall.sessioncards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guildhall.sessioncards.SessionCardCalls.CARDS;
import static org.guildhall.sessioncards.SessionCardCalls.fen;
import static org.guildhall.sessioncards.SessionCardCalls.ground;
import static org.guildhall.sessioncards.SessionCardsGround.PRICE;
import static org.guildhall.sessioncards.SessionCardsGround.key;
import static org.guildhall.testing.Answers.ok;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.policies.FoundingPolicies;
import org.guildhall.prepaid.IssuerPolicy;
import org.guildhall.prepaid.IssuerPolicy.Beyond;
import org.guildhall.prepaid.IssuerPolicy.Ending;
import org.guildhall.prepaid.IssuerPolicy.Income;
import org.guildhall.prepaid.PaymentMethod;
import org.guildhall.prepaid.StoredValue;
import org.guildhall.prepaid.TopUp;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestHttp.Client;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The price of a session card comes in under the cap of money paid in advance as a top-up does, and shares its room with top-ups. */
@GuildhallTest
@Import({SessionCardsGround.class, SessionCardsGround.Desks.class})
@TestPropertySource(properties = "guildhall.test.company=card-rules")
class SessionCardAdvancesStory {

    @Autowired
    TestStaff staff;

    @Autowired
    SessionCardsGround ground;

    @Autowired
    SessionCards cards;

    @Autowired
    FoundingSessionCards past;

    @Autowired
    StoredValue storedValue;

    @Autowired
    FoundingPolicies policies;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JsonMapper json;

    @Autowired
    MovableClock clock;

    private Client lead;

    @BeforeEach
    void a_day_of_its_own() {
        clock.advance(Duration.ofDays(1));
        lead = staff.logIn("lead");
    }

    @AfterEach
    void without_a_cap() {
        establish(Beyond.REFUSE, List.of(), List.of());
    }

    @Test
    void a_card_beyond_the_cap_is_not_sold_and_says_why() {
        var house = ground.house();
        long room = room(Beyond.REFUSE, 2 * PRICE);
        var first = ground.sell(ground.member()).id();
        ground.sell(ground.member());
        assertThat(left()).isEqualTo(room - 2 * PRICE);
        var member = ground.member();
        var refused = lead.post(CARDS, SessionCardCalls.sale(member, house), "a-1" + member);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("prepaid.above-advance-cap");
        assertThat(refused.text()).contains("\"clause\":\"4.18\"", "预收资金", "\"paidFor\":\"session-card\"");
        assertThat(refused.json().path("fields")).isEmpty();
        assertThat(ok(lead.get(CARDS + "?member=" + member)).json().path("items"))
                .isEmpty();

        ground.use(first, house.massage());
        assertThat(left()).as("what was used is not held any more").isBetween(1L, PRICE - 1);
        assertThat(lead.post(CARDS, SessionCardCalls.sale(member, house), "a-1" + member)
                        .code())
                .isEqualTo("prepaid.above-advance-cap");
        refund(house, first);
        ok(lead.post(CARDS, SessionCardCalls.sale(member, house), "a-1" + member));
        assertThat(left()).isEqualTo(room - 2 * PRICE);
        assertThat(ground.outcome(() -> topUp(member, room - 2 * PRICE + 1))).isEqualTo("prepaid.above-advance-cap");
    }

    @Test
    void where_the_rules_let_it_through_it_is_sold_and_pointed_out() {
        room(Beyond.LET_THROUGH, PRICE);
        var within = ground.sell(ground.member());
        assertThat(within.notices()).isEmpty();
        var member = ground.member();
        var sold = ok(lead.post(CARDS, SessionCardCalls.sale(member, ground.house()), "l-1" + member));
        assertThat(sold.json().path("notices").toString()).isEqualTo("[\"advance-cap\"]");
        var card = UUID.fromString(sold.json().path("id").asString());
        assertThat(staff.asMachine(() -> cards.get(card)).notices()).containsExactly("advance-cap");
        assertThat(ok(lead.get("/api/audit?limit=5")).text()).contains("sessioncards.noticed");
    }

    @Test
    void a_card_of_so_much_is_sold_against_a_bank_transfer_alone() {
        establish(new IssuerPolicy.ByTransfer(Money.cny(1), Money.cny(PRICE)));
        var member = ground.member();
        var sale = SessionCardCalls.sale(member, ground.house());
        var refused = lead.post(CARDS, sale, "t-1" + member);
        assertThat(refused.code()).isEqualTo("prepaid.by-transfer-only");
        assertThat(refused.json().path("fields").get(0).path("field").asString())
                .isEqualTo("method");
        var transferred = new HashMap<String, Object>(sale);
        transferred.put("method", "transfer");
        ok(lead.post(CARDS, transferred, "t-1" + member));

        establish(new IssuerPolicy.ByTransfer(Money.cny(1), Money.cny(PRICE + 1)));
        var other = ground.member();
        ok(lead.post(CARDS, SessionCardCalls.sale(other, ground.house()), "t-2" + other));
    }

    @Test
    void no_two_sales_at_once_use_the_same_room_nor_a_sale_and_a_top_up() throws Exception {
        ground.house();
        room(Beyond.REFUSE, 3 * PRICE);
        var acts = new ArrayList<Callable<String>>();
        for (int i = 0; i < 12; i++) {
            var member = ground.member();
            var sale = ground.sale(member);
            acts.add(
                    i % 3 == 0
                            ? () -> ground.outcome(() -> topUp(member, PRICE))
                            : () -> ground.outcome(() -> cards.sell(sale, key())));
        }
        assertThat(atOnce(acts)).filteredOn("done"::equals).hasSize(3);
        assertThat(left()).isLessThan(PRICE);
    }

    @Test
    void the_same_key_sent_many_times_at_once_takes_the_last_room_once() throws Exception {
        ground.house();
        room(Beyond.REFUSE, PRICE);
        var sale = ground.sale(ground.member());
        var key = key();
        var acts = new ArrayList<Callable<String>>();
        for (int i = 0; i < 12; i++) {
            acts.add(() -> ground.outcome(() -> cards.sell(sale, key)));
        }
        assertThat(atOnce(acts)).containsOnly("done");
        assertThat(left()).isLessThan(PRICE);
    }

    @Test
    void what_is_told_of_the_past_came_in_long_ago() {
        room(Beyond.REFUSE, 1);
        var sale = ground.sale(ground.member());
        var yesterday = clock.instant().minus(Duration.ofDays(1));
        var told = staff.asMachine(() -> past.asOf(yesterday, (then, bookings) -> then.sell(sale, key())));
        assertThat(told.notices()).isEmpty();
    }

    @Test
    void once_the_end_of_honouring_is_announced_no_card_is_sold() {
        var today = staff.today();
        establish(Beyond.REFUSE, List.of(), List.of(new Ending(today, today.plusDays(30))));
        var member = ground.member();
        assertThat(lead.post(CARDS, SessionCardCalls.sale(member, ground.house()), "e-1" + member)
                        .code())
                .isEqualTo("prepaid.honouring-ends");
    }

    private Object topUp(MemberId member, long fen) {
        return storedValue.topUp(new TopUp(member, fen(fen), PaymentMethod.CASH, null, null), key());
    }

    private void refund(SessionCardsGround.House house, Object card) {
        var due = ok(lead.post(CARDS + "/" + card + "/refund/quote", ground("merchant")))
                .json()
                .path("refund");
        var refund = Map.of("asked", ground("merchant"), "expected", due, "store", house.store(), "reason", "停业");
        ok(lead.post(CARDS + "/" + card + "/refund", refund, "r-" + card));
    }

    /** Rules that leave at least so much room, to the next fen or two; how much it is. */
    private long room(Beyond beyond, long fen) {
        long held = advances().path("held").path("minor").asLong();
        long income = Math.ceilDiv((held + fen) * 100, 40);
        var yearEnd = LocalDate.of(staff.today().getYear() - 1, 12, 31);
        establish(beyond, List.of(new Income(yearEnd, Money.cny(income))), List.of());
        return left();
    }

    private long left() {
        return advances().path("cap").path("left").path("minor").asLong();
    }

    private tools.jackson.databind.JsonNode advances() {
        return ok(lead.get("/api/prepaid/advances")).json();
    }

    private void establish(Beyond beyond, List<Income> incomes, List<Ending> endings) {
        establish(beyond, incomes, endings, IssuerPolicy.DEFAULT.byTransfer());
    }

    private void establish(IssuerPolicy.ByTransfer byTransfer) {
        establish(Beyond.REFUSE, List.of(), List.of(), byTransfer);
    }

    private void establish(
            Beyond beyond, List<Income> incomes, List<Ending> endings, IssuerPolicy.ByTransfer byTransfer) {
        var built = IssuerPolicy.DEFAULT;
        var rules = new IssuerPolicy(
                built.issuer(),
                built.classes(),
                incomes,
                50,
                beyond,
                built.noticeDays(),
                endings,
                byTransfer,
                built.source());
        Map<String, Object> body = json.convertValue(rules, new TypeReference<>() {});
        staff.asMachine(() -> transaction.execute(status -> {
            policies.establish(IssuerPolicy.KIND.code(), body, staff.today(), "test");
            return true;
        }));
    }

    private static List<String> atOnce(List<Callable<String>> calls) throws Exception {
        try (var pool = Executors.newFixedThreadPool(12)) {
            var answers = new ArrayList<String>();
            for (var answer : pool.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
