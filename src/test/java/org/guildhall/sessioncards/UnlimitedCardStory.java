package org.guildhall.sessioncards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guildhall.sessioncards.SessionCardCalls.BOOKINGS;
import static org.guildhall.sessioncards.SessionCardCalls.CARDS;
import static org.guildhall.sessioncards.SessionCardCalls.book;
import static org.guildhall.sessioncards.SessionCardCalls.fen;
import static org.guildhall.sessioncards.SessionCardCalls.ground;
import static org.guildhall.sessioncards.SessionCardCalls.later;
import static org.guildhall.sessioncards.SessionCardCalls.move;
import static org.guildhall.sessioncards.SessionCardCalls.use;
import static org.guildhall.sessioncards.SessionCardsGround.PRICE;
import static org.guildhall.testing.Answers.lawsHold;
import static org.guildhall.testing.Answers.ok;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.sessioncards.ProductDetails.Starts;
import org.guildhall.sessioncards.SessionCardsGround.House;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestHttp.Client;
import org.guildhall.testing.TestStaff;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** Cards of unlimited use over HTTP: sold by the day, used as often as allowed, owed less each day, and refunded by the days left. */
@GuildhallTest
@Import({SessionCardsGround.class, SessionCardsGround.Desks.class})
class UnlimitedCardStory {

    private static final int DAYS = 30;
    private static final String DAYS_LAW = "sessioncards.days-as-bought";
    private static final String REFUND_LAW = "sessioncards.refunds-as-calculated";

    @Autowired
    TestStaff staff;

    @Autowired
    SessionCardsGround ground;

    @Autowired
    MovableClock clock;

    private House house;
    private Client lead;

    @BeforeEach
    void a_house_of_its_own() {
        house = ground.fresh();
        lead = staff.logIn("lead");
    }

    @Test
    void a_product_of_unlimited_use_has_days_and_no_numbers_and_no_shortest_validity_holds_for_it() {
        var item = new HashMap<String, Object>(Map.of("service", house.massage(), "sessions", 10));
        var details = new HashMap<String, Object>(
                Map.of("name", "瑜伽月卡", "price", fen(60_000), "items", List.of(item), "starts", "sale", "days", DAYS));
        details.put("unlimited", Map.of("daily", 2));
        assertThat(lead.post(CARDS + "/products", details).text()).contains("items[0].sessions", "not-if-unlimited");
        item.remove("sessions");
        details.put("starts", "endless");
        details.remove("days");
        assertThat(lead.post(CARDS + "/products", details).text()).contains("starts", "with-an-end");
        details.put("starts", "sale");
        details.put("days", DAYS);
        details.put("unlimited", Map.of("daily", 0));
        assertThat(lead.post(CARDS + "/products", details).status()).isEqualTo(400);
        details.put("unlimited", Map.of("daily", 2));
        var draft = ok(lead.post(CARDS + "/products", details)).json();
        assertThat(draft.path("details").path("unlimited").path("daily").asInt())
                .isEqualTo(2);
        assertThat(draft.path("items").get(0).has("sessions")).isFalse();
        var path = CARDS + "/products/" + draft.path("id").asString();
        ok(lead.post(path + "/move", move("on-sale", 1)));
        details.remove("unlimited");
        assertThat(lead.post(CARDS + "/products", details).text()).contains("items[0].sessions", "required");
    }

    @Test
    void it_is_used_as_often_a_day_as_it_allows_bookings_included() {
        var card = sold(Starts.SALE, 2);
        assertThat(card.path("lastDay").asString())
                .isEqualTo(staff.today().plusDays(DAYS - 1).toString());
        assertThat(card.path("shares").get(0).has("left")).isFalse();
        var path = CARDS + "/" + id(card);
        var used = ok(lead.post(path + "/use", use(house), "u-1" + path)).json();
        assertThat(used.path("shares").get(0).path("used").asInt()).isEqualTo(1);
        ok(lead.post(path + "/use", use(house), "u-2" + path));
        var enough = lead.post(path + "/use", use(house), "u-3" + path);
        assertThat(enough.code()).isEqualTo("sessioncards.often-enough");
        assertThat(enough.text()).contains("\"daily\":2", staff.today().toString());

        for (int hour = 10; hour < 12; hour++) {
            ok(lead.post(BOOKINGS, book(house, id(card), ground.at(1, hour)), "b-" + hour + path));
        }
        assertThat(lead.post(BOOKINGS, book(house, id(card), ground.at(1, 14)), "b-14" + path)
                        .code())
                .isEqualTo("sessioncards.often-enough");
        var facts = ground.facts(id(card));
        var reversal = Map.of("fact", facts.get(1).id(), "reason", "记错了");
        ok(lead.post(path + "/reverse", reversal, "r-1" + path));
        ok(lead.post(path + "/use", use(house), "u-4" + path));
        assertThat(ground.facts(id(card))).allMatch(fact -> fact.worth().minor() == 0);
        assertThat(lead.post(BOOKINGS, book(house, id(card), ground.at(DAYS, 10)), "b-late" + path)
                        .code())
                .as("booked for the day after its last")
                .isIn("sessioncards.term-over", "sessioncards.too-far-ahead");
        lawsHold(lead, DAYS_LAW);
    }

    @Test
    void what_is_owed_of_it_goes_down_day_by_day_and_nothing_is_left_at_the_end() {
        var card = sold(Starts.SALE, null);
        var today = staff.today();
        assertThat(minor(card, "owed")).isEqualTo(PRICE - PRICE / DAYS);
        later(clock, Duration.ofDays(9), () -> {
            var then = staff.logIn("lead");
            long owed = PRICE - PRICE * 10 / DAYS;
            assertThat(minor(ok(then.get(CARDS + "/" + id(card))).json(), "owed"))
                    .isEqualTo(owed);
            assertThat(line(then, card, today.plusDays(9)))
                    .isEqualTo("1 cards, 20 days, " + PRICE + " - " + (PRICE - owed) + " = " + owed);
            assertThat(line(then, card, today)).startsWith("1 cards, 29 days");
            assertThat(line(then, card, today.minusDays(1))).isEqualTo("none");
            assertThat(ok(then.get("/api/finance/liability/file")).text())
                    .contains("不限次卡（天） · " + card.path("name").asString() + ",,20,");
            var whole = ok(then.get(CARDS + "/owed")).json();
            assertThat(whole.path("days").asLong()).isGreaterThanOrEqualTo(20);
        });
        later(clock, Duration.ofDays(DAYS), () -> {
            var then = staff.logIn("lead");
            var path = CARDS + "/" + id(card);
            var over = ok(then.get(path)).json();
            assertThat(over.path("state").asString()).isEqualTo("used-up");
            assertThat(minor(over, "owed")).isZero();
            assertThat(line(then, card, staff.today())).isEqualTo("none");
            assertThat(then.post(path + "/use", use(house), "o-1" + path).code())
                    .isEqualTo("sessioncards.term-over");
            assertThat(then.post(path + "/extend", Map.of("days", 5, "reason", "停业"), "o-2" + path)
                            .code())
                    .isEqualTo("sessioncards.term-over");
            assertThat(then.post(path + "/refund/quote", ground("merchant")).code())
                    .isEqualTo("sessioncards.nothing-to-refund");
            assertThat(ok(then.get(CARDS + "?state=used-up&member="
                                    + card.path("member").asString()))
                            .json()
                            .path("items"))
                    .hasSize(1);
            assertThat(ok(then.get(CARDS + "?state=over&member="
                                    + card.path("member").asString()))
                            .json()
                            .path("items"))
                    .isEmpty();
        });
    }

    @Test
    void it_goes_back_by_its_days_line_by_line() {
        var unused = sold(Starts.SALE, null);
        var used = sold(Starts.SALE, null);
        ok(lead.post(CARDS + "/" + id(used) + "/use", use(house), "u-" + id(used)));
        later(clock, Duration.ofDays(4), () -> {
            var then = staff.logIn("lead");
            assertThat(minor(quote(then, unused, "without-reason"), "refund"))
                    .as("art. 14: nobody came")
                    .isEqualTo(PRICE);
            long due = PRICE - PRICE * 5 / DAYS;
            assertThat(minor(quote(then, used, "without-reason"), "refund")).isEqualTo(due);
            assertThat(minor(quote(then, unused, "merchant"), "refund")).isEqualTo(due);
            var why = quote(then, used, "consumer");
            assertThat(minor(why, "refund")).isEqualTo(due);
            assertThat(why.path("why").path("parts").findValuesAsString("code"))
                    .contains(
                            "sessioncards.ground-consumer-days",
                            "sessioncards.days-used",
                            "sessioncards.law",
                            "sessioncards.paid-less-used");
            assertThat(why.path("why").toString()).contains("第十四、二十二条", "\"used\":5", "\"days\":30");
            refund(then, used, "consumer", due);
            refund(then, unused, "without-reason", PRICE);
            assertThat(minor(ok(then.get(CARDS + "/" + id(used))).json(), "owed"))
                    .isZero();
            assertThat(line(then, used, staff.today())).isEqualTo("none");
            assertThat(line(then, used, staff.today().minusDays(1))).startsWith("1 cards, 26 days");
            lawsHold(then, REFUND_LAW);
            lawsHold(then, DAYS_LAW);
        });
    }

    @Test
    void its_days_begin_with_the_first_use_and_wait_again_when_that_is_taken_back() {
        var card = sold(Starts.FIRST_USE, null);
        var path = CARDS + "/" + id(card);
        assertThat(minor(card, "owed")).as("not begun").isEqualTo(PRICE);
        var first = staff.today().plusDays(3);
        later(clock, Duration.ofDays(3), () -> {
            var then = staff.logIn("lead");
            var used = ok(then.post(path + "/use", use(house), "u-" + path)).json();
            assertThat(used.path("lastDay").asString())
                    .isEqualTo(first.plusDays(DAYS - 1).toString());
            assertThat(minor(used, "owed")).isEqualTo(PRICE - PRICE / DAYS);
        });
        later(clock, Duration.ofDays(5), () -> {
            var then = staff.logIn("lead");
            var reversal = Map.of("fact", ground.facts(id(card)).getLast().id(), "reason", "别人的卡");
            var back = ok(then.post(path + "/reverse", reversal, "r-" + path)).json();
            assertThat(back.path("lastDay").isMissingNode()).isTrue();
            assertThat(minor(back, "owed")).isEqualTo(PRICE);
            assertThat(line(then, card, first)).as("as it was then").startsWith("1 cards, 29 days");
            assertThat(line(then, card, staff.today())).startsWith("1 cards, 30 days");
            lawsHold(then, DAYS_LAW);
        });
    }

    @Test
    void days_it_is_extended_by_make_up_for_days_lost_and_a_known_members_card_ends_too() {
        var product = ground.unlimited(house, Starts.SALE, DAYS, null);
        var card = ground.sell(ground.named(), product);
        assertThat(card.lastDay()).isEqualTo(staff.today().plusDays(DAYS - 1));
        var path = CARDS + "/" + card.id();
        later(clock, Duration.ofDays(9), () -> {
            var then = staff.logIn("lead");
            var body = Map.of("days", 5, "reason", "停业五天");
            var longer = ok(then.post(path + "/extend", body, "e-" + path)).json();
            assertThat(longer.path("term").path("left").asInt()).isEqualTo(25);
            assertThat(minor(longer, "owed")).isEqualTo(PRICE - PRICE * 5 / DAYS);
            lawsHold(then, DAYS_LAW);
        });
    }

    @Test
    void it_is_in_the_list_that_is_taken_out_and_gives_way_to_no_missed_booking() {
        var card = sold(Starts.SALE, null);
        var booked = ok(lead.post(BOOKINGS, book(house, id(card), ground.at(1, 10)), "b-" + id(card)))
                .json()
                .path("id")
                .asString();
        later(clock, Duration.ofDays(2), () -> {
            var then = staff.logIn("lead");
            ok(then.post(BOOKINGS + "/" + booked + "/no-show", Map.of(), "n-" + booked));
            assertThat(ground.share(id(card), house.massage()).used()).isZero();
        });
        var ask = Map.of("query", Map.of("store", house.store()), "format", "CSV", "reason", "对账", "language", "zh-CN");
        var job = ok(lead.post(CARDS + "/export", ask)).json().path("id").asString();
        var file = lead.ended(job).json().path("result").path("download").asString();
        assertThat(lead.get("/api/downloads/" + file).text()).contains(" 不限次; ");
    }

    private JsonNode sold(Starts starts, @Nullable Integer daily) {
        var product = ground.unlimited(house, starts, DAYS, daily);
        var card = ground.sell(ground.member(), product).id();
        return ok(lead.get(CARDS + "/" + card)).json();
    }

    private static UUID id(JsonNode card) {
        return UUID.fromString(card.path("id").asString());
    }

    private static JsonNode quote(Client by, JsonNode card, String why) {
        return ok(by.post(CARDS + "/" + id(card) + "/refund/quote", ground(why)))
                .json();
    }

    private void refund(Client by, JsonNode card, String why, long due) {
        var body = Map.of("asked", ground(why), "expected", fen(due), "store", house.store(), "reason", "退卡");
        ok(by.post(CARDS + "/" + id(card) + "/refund", body, "x-" + id(card)));
    }

    private static String line(Client by, JsonNode card, LocalDate day) {
        return ok(by.get("/api/finance/liability?asOf=" + day))
                .json()
                .path("sessionCards")
                .path("products")
                .valueStream()
                .filter(line -> line.path("product").equals(card.path("product")))
                .map(line -> line.path("cards").asLong() + " cards, "
                        + line.path("days").asLong() + " days, " + minor(line, "paid") + " - " + minor(line, "used")
                        + " = " + minor(line, "owed"))
                .findFirst()
                .orElse("none");
    }

    private static long minor(JsonNode of, String money) {
        return of.path(money).path("minor").asLong();
    }
}
