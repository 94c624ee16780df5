package org.guildhall.sessioncards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guildhall.sessioncards.SessionCardCalls.BOOKINGS;
import static org.guildhall.sessioncards.SessionCardCalls.CARDS;
import static org.guildhall.sessioncards.SessionCardCalls.LAW;
import static org.guildhall.sessioncards.SessionCardCalls.fen;
import static org.guildhall.sessioncards.SessionCardCalls.ground;
import static org.guildhall.sessioncards.SessionCardCalls.move;
import static org.guildhall.sessioncards.SessionCardCalls.sale;
import static org.guildhall.sessioncards.SessionCardCalls.use;
import static org.guildhall.testing.Answers.lawsHold;
import static org.guildhall.testing.Answers.ok;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.access.UnitKind;
import org.guildhall.kernel.MemberId;
import org.guildhall.members.MemberStatus;
import org.guildhall.members.Members;
import org.guildhall.members.Transition;
import org.guildhall.sessioncards.ProductDetails.Starts;
import org.guildhall.sessioncards.SessionCardsGround.House;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestHttp.Client;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Session cards over HTTP: from the draft of a product to the refund of what is left. */
@GuildhallTest
@Import({SessionCardsGround.class, SessionCardsGround.Desks.class})
class SessionCardStory {

    @Autowired
    TestStaff staff;

    @Autowired
    SessionCardsGround ground;

    @Autowired
    Members members;

    @Autowired
    Bookings bookings;

    @Autowired
    MovableClock clock;

    private House house;
    private Client clerk;

    @BeforeEach
    void a_house_of_its_own() {
        house = ground.fresh();
        clerk = staff.logIn(staff.hire("store", house.store()));
    }

    @Test
    void a_product_is_drafted_within_the_law_put_on_sale_and_withdrawn() {
        var ops = staff.logIn("ops");
        var item = Map.of("service", house.massage(), "sessions", 10);
        var details = new HashMap<String, Object>(
                Map.of("name", "短期卡", "price", fen(160_000), "items", List.of(item), "starts", "sale", "days", 365));
        var draft = ok(ops.post(CARDS + "/products", details)).json();
        var path = CARDS + "/products/" + draft.path("id").asString();
        assertThat(clerk.post(path + "/move", move("on-sale", 1)).status()).isEqualTo(403);
        var short365 = ops.post(path + "/move", move("on-sale", 1));
        assertThat(short365.code()).isEqualTo("sessioncards.validity-too-short");
        assertThat(short365.text()).contains("单用途商业预付卡管理办法");
        details.put("days", 1_096);
        details.put("price", fen(600_000));
        ok(ops.put(path, Map.of("details", details, "expectedRevision", 1)));
        assertThat(ops.post(path + "/move", move("on-sale", 2)).code()).isEqualTo("sessioncards.above-cap");
        details.put("price", fen(160_000));
        assertThat(ops.put(path, Map.of("details", details, "expectedRevision", 1))
                        .code())
                .isEqualTo("sessioncards.stale");
        ok(ops.put(path, Map.of("details", details, "expectedRevision", 2)));
        ok(ops.post(path + "/move", move("on-sale", 3)));
        assertThat(ops.put(path, Map.of("details", details, "expectedRevision", 4))
                        .code())
                .isEqualTo("sessioncards.product-not-draft");
        ok(ops.post(path + "/move", move("withdrawn", 4)));
        assertThat(ops.post(path + "/move", move("on-sale", 5)).code()).isEqualTo("sessioncards.product-cannot-move");
        details.put("days", null);
        assertThat(ops.post(CARDS + "/products", details).text()).contains("days", "required");
    }

    @Test
    void a_card_is_sold_used_reversed_and_told_on_the_members_page() {
        var member = ground.member();
        var sale = sale(member, ground.house());
        var sold = ok(clerk.post(CARDS, sale, "s-1" + member)).json();
        assertThat(ok(clerk.post(CARDS, sale, "s-1" + member)).text())
                .isEqualTo(
                        ok(clerk.get(CARDS + "/" + sold.path("id").asString())).text());
        var dearer = new HashMap<>(sale);
        dearer.put("price", fen(1));
        assertThat(clerk.post(CARDS, dearer, "s-1" + member).code()).isEqualTo("sessioncards.act-differs");
        assertThat(clerk.post(CARDS, dearer, "s-2" + member).code()).isEqualTo("sessioncards.price-changed");
        var path = CARDS + "/" + sold.path("id").asString();
        assertThat(sold.path("lastDay").isMissingNode())
                .as("its days wait for the first use")
                .isTrue();
        var unconfirmed = clerk.post(path + "/use", Map.of("service", house.massage(), "store", house.store()), "u-0");
        assertThat(unconfirmed.code())
                .as("the rules ask how the member confirmed it")
                .isEqualTo("sessioncards.not-confirmed");
        var used = ok(clerk.post(path + "/use", use(house), "u-1")).json();
        assertThat(ok(clerk.post(path + "/use", use(house), "u-1")).json()).isEqualTo(used);
        assertThat(used.path("lastDay").asString())
                .isEqualTo(staff.today().plusDays(1_096).toString());
        assertThat(used.path("shares").path(0).path("left").asInt()).isEqualTo(6);
        var fact = ok(clerk.get(path + "/facts")).json().path(1);
        assertThat(fact.path("kind").asString()).isEqualTo("used");
        assertThat(fact.path("confirmed").asString()).isEqualTo("signature");
        assertThat(fact.path("actorName").asString()).as("and who says so").startsWith("员工");
        assertThat(used.path("owed").path("minor").asLong())
                .isEqualTo(SessionCardsGround.PRICE
                        - fact.path("worth").path("minor").asLong());
        var back = Map.of("fact", fact.path("id").asString(), "reason", "点错了");
        assertThat(clerk.post(path + "/reverse", back, "r-1").status())
                .as("clerks do not reverse")
                .isEqualTo(403);
        var service = staff.logIn("svc");
        var whole = ok(service.post(path + "/reverse", back, "r-1")).json();
        assertThat(whole.path("owed").path("minor").asLong()).isEqualTo(SessionCardsGround.PRICE);
        assertThat(whole.path("lastDay").isMissingNode())
                .as("a use by mistake begins no days")
                .isTrue();
        assertThat(service.post(path + "/reverse", back, "r-2").code()).isEqualTo("sessioncards.reversed-already");
        assertThat(ok(clerk.get("/api/members/" + member + "/timeline")).text())
                .contains("sessioncards.sold", "sessioncards.used", "sessioncards.reversed");
        assertThat(ok(clerk.get(CARDS + "?state=open&member=" + member)).json().path("items"))
                .hasSize(1);
        assertThat(ok(clerk.get(CARDS + "?state=refunded&member=" + member))
                        .json()
                        .path("items"))
                .isEmpty();
        lawsHold(staff.logIn("lead"), LAW);
    }

    @Test
    void what_the_law_forbids_is_not_sold_and_named_cards_do_not_end() {
        var cheap = ground.build(Starts.SALE);
        var dear = ground.product(List.of(house.massage(), house.lesson()), Starts.SALE, 150_000);
        var unnamed = ground.member();
        var sale = new HashMap<>(sale(unnamed, cheap));
        sale.put("product", dear.id());
        sale.put("store", house.store());
        sale.put("price", fen(150_000));
        var refused = clerk.post(CARDS, sale, "l-1" + unnamed);
        assertThat(refused.code()).isEqualTo("sessioncards.above-cap");
        assertThat(refused.text()).contains("单用途商业预付卡管理办法");
        sale.put("member", ground.named());
        var endless = ok(clerk.post(CARDS, sale, "l-2" + unnamed)).json();
        assertThat(endless.path("starts").asString()).isEqualTo("endless");
        assertThat(endless.path("lastDay").isMissingNode()).isTrue();
        var path = CARDS + "/" + endless.path("id").asString();
        assertThat(staff.logIn("svc")
                        .post(path + "/extend", Map.of("days", 30, "reason", "活动"), "l-3")
                        .code())
                .isEqualTo("sessioncards.card-has-no-end");
    }

    @Test
    void a_card_that_is_over_is_not_lost_it_is_extended_or_refunded() {
        var member = ground.member();
        var card = ground.sell(member).id();
        ground.use(card, house.massage());
        later(Duration.ofDays(1_097), () -> {
            var path = CARDS + "/" + card;
            assertThat(clerk.post(path + "/use", use(house), "o-1").code()).isEqualTo("sessioncards.card-over");
            assertThat(ok(clerk.get(CARDS + "?state=over&member=" + member))
                            .json()
                            .path("items"))
                    .hasSize(1);
            var service = staff.logIn("svc");
            ok(service.post(path + "/refund/quote", Map.of("ground", "merchant", "hadBefore", false)));
            var extended = ok(service.post(path + "/extend", Map.of("days", 60, "reason", "到期有余次"), "o-2"))
                    .json();
            assertThat(extended.path("lastDay").asString())
                    .isEqualTo(staff.today().plusDays(60).toString());
            ok(clerk.post(path + "/use", use(house), "o-3"));
        });
        lawsHold(staff.logIn("lead"), LAW);
    }

    @Test
    void a_refund_shows_its_calculation_and_goes_back_as_it_was_paid() {
        var card = ground.sell(ground.member()).id();
        ground.use(card, house.massage());
        var path = CARDS + "/" + card;
        var service = staff.logIn("svc");
        assertThat(clerk.post(path + "/refund/quote", ground("consumer")).status())
                .isEqualTo(403);
        var quote = ok(service.post(path + "/refund/quote", ground("consumer"))).json();
        assertThat(quote.path("refund").path("minor").asLong()).isEqualTo(SessionCardsGround.PRICE - 20_000);
        assertThat(quote.path("method").asString()).isEqualTo("card");
        assertThat(quote.path("why").toString())
                .contains("sessioncards.ground-consumer", "sessioncards.used-listed", "十九、二十条");
        var refund = new HashMap<String, Object>(
                Map.of("asked", ground("consumer"), "expected", fen(1), "store", house.store(), "reason", "搬家"));
        assertThat(service.post(path + "/refund", refund, "f-1").code()).isEqualTo("sessioncards.quote-outdated");
        refund.put("expected", fen(SessionCardsGround.PRICE - 20_000));
        var booking = ground.book(card, house.massage(), ground.at(2, 10)).id();
        assertThat(service.post(path + "/refund", refund, "f-2").code()).isEqualTo("sessioncards.open-bookings");
        ok(service.post(BOOKINGS + "/" + booking + "/cancel", Map.of("by", "member", "reason", "搬家"), "f-3"));
        var done = ok(service.post(path + "/refund", refund, "f-4")).json();
        assertThat(done.path("state").asString()).isEqualTo("refunded");
        assertThat(done.path("owed").path("minor").asLong()).isZero();
        assertThat(ok(service.post(path + "/refund", refund, "f-4")).json()).isEqualTo(done);
        assertThat(clerk.post(path + "/use", use(house), "f-5").code()).isEqualTo("sessioncards.card-refunded");
        var again = ground.sell(new MemberId(UUID.fromString(done.path("member").asString())))
                .id();
        assertThat(service.post(CARDS + "/" + again + "/refund/quote", ground("without-reason"))
                        .code())
                .as("had the same before, art. 14")
                .isEqualTo("sessioncards.had-before");
        lawsHold(staff.logIn("lead"), LAW);
    }

    @Test
    void a_use_that_was_taken_back_bars_no_refund_without_reason() {
        var member = ground.member();
        var first = ground.sell(member).id();
        ground.use(first, house.massage());
        var use = ground.facts(first).getLast().id();
        var second = ground.sell(member).id();
        var path = CARDS + "/" + second + "/refund/quote";
        var service = staff.logIn("svc");
        assertThat(service.post(path, ground("without-reason")).code()).isEqualTo("sessioncards.had-before");
        ok(service.post(CARDS + "/" + first + "/reverse", Map.of("fact", use, "reason", "点错了"), "tb-1"));
        ok(service.post(path, ground("without-reason")));
    }

    @Test
    void stores_keep_to_themselves_lists_come_as_files_and_erasing_forgets_words() {
        var member = ground.member();
        var card = ground.sell(member).id();
        var booking = ground.book(card, house.massage(), ground.at(2, 10)).id();
        var away = staff.open(UnitKind.STORE, staff.company());
        var stranger = staff.logIn(staff.hire("store", away));
        assertThat(stranger.get(CARDS + "/" + card).status()).isEqualTo(404);
        assertThat(stranger.get(CARDS + "?store=" + house.store()).json().path("items"))
                .isEmpty();
        assertThat(stranger.get(BOOKINGS + "?store=" + house.store()).json().path("items"))
                .isEmpty();
        assertThat(stranger.post(BOOKINGS + "/" + booking + "/check-in", Map.of(), "x-1")
                        .code())
                .isEqualTo("sessioncards.store-out-of-reach");
        assertThat(stranger.put(
                                BOOKINGS + "/stores/" + house.store() + "/hours",
                                Map.of("hours", List.of(), "expectedRevision", 1))
                        .code())
                .isEqualTo("sessioncards.store-out-of-reach");
        var analyst = staff.logIn("analyst");
        for (var list : List.of(CARDS, BOOKINGS)) {
            var query = Map.of("store", house.store());
            var job = ok(analyst.post(
                            list + "/export",
                            Map.of("query", query, "format", "CSV", "reason", "对账", "language", "en")))
                    .json()
                    .path("id")
                    .asString();
            var file = analyst.ended(job).json().path("result").path("download").asString();
            assertThat(analyst.get("/api/downloads/" + file).text()).contains("Member");
        }
        staff.asMachine(() -> {
            members.transition(new Transition(member, MemberStatus.WITHDRAWN, "会员要求", null, null));
            members.erase(member, "会员要求");
            return true;
        });
        assertThat(staff.asMachine(() -> bookings.get(booking)).state()).isEqualTo(BookingView.State.CANCELLED);
        lawsHold(staff.logIn("lead"), LAW);
    }

    /** So much later, by a clerk who logs in then, since earlier sessions are over. */
    private void later(Duration by, Runnable then) {
        SessionCardCalls.later(clock, by, () -> {
            clerk = staff.logIn(staff.hire("store", house.store()));
            then.run();
        });
        clerk = staff.logIn(staff.hire("store", house.store()));
    }
}
