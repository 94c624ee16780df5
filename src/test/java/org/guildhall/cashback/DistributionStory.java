package org.guildhall.cashback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guildhall.cashback.CashbackGround.line;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Refusal;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestHttp.Answer;
import org.guildhall.testing.TestStaff;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/** Distribution over HTTP: consent, the first touch, two levels for goods, statements, returns, and what smells of fraud. */
@GuildhallTest
@Import({CashbackGround.class, CashbackGround.Desks.class, CashbackGround.Rules.class})
class DistributionStory {

    private static final String PROMOTERS = "/api/cashback/promoters";
    private static final String BONDS = "/api/cashback/bonds";

    @Autowired
    TestStaff staff;

    @Autowired
    CashbackGround ground;

    @Autowired
    Promoters promoters;

    @Autowired
    MovableClock clock;

    @Autowired
    DSLContext sql;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void whoever_recommends_agreed_first_and_the_first_touch_stays() {
        var clerk = staff.logIn(staff.hire("store", ground.store()));
        var promoter = ground.member();
        var customer = ground.member();
        assertThat(clerk.post(BONDS, bind(customer, promoter), "b-0").code()).isEqualTo("cashback.not-a-promoter");
        assertThat(clerk.post(PROMOTERS, enrol(promoter, false), "p-0").code()).isEqualTo("cashback.consent-needed");
        var enrolled = ok(clerk.post(PROMOTERS, enrol(promoter, true), "p-1" + promoter));
        assertThat(ok(clerk.post(PROMOTERS, enrol(promoter, true), "p-1" + promoter))
                        .text())
                .isEqualTo(enrolled.text());
        assertThat(clerk.post(PROMOTERS, enrol(promoter, true), "p-2").code()).isEqualTo("cashback.promoter-already");
        var key = "b-1" + customer;
        var bond = ok(clerk.post(BONDS, bind(customer, promoter), key));
        assertThat(ok(clerk.post(BONDS, bind(customer, promoter), key)).text()).isEqualTo(bond.text());
        var other = ground.promoter(1);
        assertThat(clerk.post(BONDS, bind(customer, other), key).code()).isEqualTo("cashback.act-differs");
        assertThat(clerk.post(BONDS, bind(customer, other), "b-2" + customer).code())
                .isEqualTo("cashback.bound-already");
        assertThat(clerk.post(BONDS + "/" + customer + "/change", change(other), "c-0")
                        .status())
                .isEqualTo(403);
        var lead = staff.logIn("lead");
        assertThat(lead.post(BONDS + "/" + other + "/change", change(promoter), "c-1")
                        .code())
                .isEqualTo("cashback.not-bound");
        assertThat(lead.post(BONDS + "/" + customer + "/change", change(promoter), "c-2")
                        .code())
                .isEqualTo("cashback.nothing-changes");
        var changed = ok(lead.post(BONDS + "/" + customer + "/change", change(other), "c-3" + customer))
                .json();
        assertThat(changed.path("step").asInt()).isEqualTo(2);
        assertThat(changed.path("promoter").asString()).isEqualTo(other.toString());
        assertThat(ok(lead.get(BONDS + "?customer=" + customer)).json().path("items"))
                .hasSize(2);
        assertThat(ok(lead.get("/api/members/" + promoter + "/timeline")).text())
                .contains("cashback.enrolled");
        assertThat(ok(lead.get("/api/members/" + customer + "/timeline")).text())
                .contains("cashback.bound");
        CashbackStory.laws(lead);
    }

    @Test
    void oneself_and_rings_are_refused_and_raise_an_alarm() {
        var lead = staff.logIn("lead");
        var first = ground.promoter(3);
        var second = ground.promoter(3);
        var third = ground.promoter(3);
        assertThat(lead.post(BONDS, bind(first, first), "s-1").code()).isEqualTo("cashback.self-recommendation");
        ground.bind(second, first, 2);
        ground.bind(third, second, 2);
        assertThat(lead.post(BONDS, bind(first, third), "s-2").code()).isEqualTo("cashback.closes-a-ring");
        assertThat(ok(lead.get("/api/audit?member=" + first)).text())
                .contains(
                        "cashback.recommendation-suspected", "cashback.closes-a-ring", "cashback.self-recommendation");
        CashbackStory.laws(lead);
    }

    @Test
    void two_who_recommend_each_other_at_once_do_not_both() throws Exception {
        var one = ground.promoter(3);
        var other = ground.promoter(3);
        var calls = List.<Callable<String>>of(() -> outcome(one, other), () -> outcome(other, one));
        try (var pool = Executors.newFixedThreadPool(2)) {
            var answers = pool.invokeAll(calls).stream()
                    .map(DistributionStory::answer)
                    .toList();
            assertThat(answers).containsExactlyInAnyOrder("done", "cashback.closes-a-ring");
        }
    }

    @Test
    void a_long_month_is_summed_whole_and_its_lines_come_in_pages() {
        var lead = staff.logIn("lead");
        var promoter = ground.promoter(80);
        var buyer = ground.member();
        ground.bind(buyer, promoter, 79);
        ground.buy(buyer, ground.ago(60), line("cb-other", 60_000));
        ground.settle();
        var month = YearMonth.from(staff.today());
        var path = PROMOTERS + "/" + promoter + "/statement?month=" + month.atDay(1);
        assertThat(ok(lead.get(path)).json().path("next").isMissingNode()).isTrue();
        staff.asMachine(() -> transaction.execute(status -> {
            sql.execute("""
                    insert into cashback.credit
                      (rebate_id, step, previous_step, before, total, posting_id, occurred_at, recorded_at, actor)
                    select c.rebate_id, n, n - 1, 900 + (n - 2) * 10, 900 + (n - 1) * 10, gen_random_uuid(),
                      c.occurred_at, c.recorded_at, c.actor
                    from cashback.credit c
                    join cashback.rebate r using (rebate_id)
                    cross join generate_series(2, 2401) n
                    where r.member_id = ?
                      and r.level > 0
                      and c.step = 1
                    """, promoter.value());
            var first = promoters.statement(promoter.value(), month, null);
            assertThat(first.credited()).isEqualTo(Money.cny(900 + 24_000));
            assertThat(first.net()).isEqualTo(Money.cny(900 + 24_000));
            var page = first;
            long sum = 0;
            int lines = 0;
            while (true) {
                assertThat(page.net()).isEqualTo(first.net());
                assertThat(page.lines()).hasSizeLessThanOrEqualTo(100);
                lines += page.lines().size();
                sum += page.lines().stream()
                        .mapToLong(line -> line.change().minor())
                        .sum();
                if (page.next() == null) {
                    break;
                }
                page = promoters.statement(promoter.value(), month, page.next());
            }
            assertThat(lines).isEqualTo(2_401);
            assertThat(sum).isEqualTo(first.net().minor());
            status.setRollbackOnly();
            return true;
        }));
    }

    @Test
    void a_recommender_named_later_for_an_earlier_day_is_paid_the_second_level() {
        var top = ground.promoter(80);
        var promoter = ground.promoter(80);
        var buyer = ground.member();
        ground.bind(buyer, promoter, 79);
        ground.buy(buyer, ground.ago(60), line("cb-other", 60_000));
        assertThat(ground.brought(buyer)).extracting(RebateView::level).containsExactly(1);
        ground.bind(promoter, top, 78);
        assertThat(ground.brought(buyer)).extracting(RebateView::level).containsExactlyInAnyOrder(1, 2);
        CashbackStory.laws(staff.logIn("lead"));
    }

    private String outcome(MemberId customer, MemberId promoter) {
        try {
            staff.asMachine(() -> promoters.recommend(new Recommend(customer, promoter), "race|" + customer));
            return "done";
        } catch (Refusal refusal) {
            return refusal.reason().code();
        }
    }

    private static String answer(java.util.concurrent.Future<String> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void goods_bring_two_levels_settled_after_the_month_and_reversed_with_returns() {
        var lead = staff.logIn("lead");
        var top = ground.promoter(80);
        var promoter = ground.promoter(80);
        var above = ground.promoter(80);
        var buyer = ground.member();
        ground.bind(top, above, 79);
        ground.bind(promoter, top, 79);
        ground.bind(buyer, promoter, 79);
        var number = ground.buy(buyer, ground.ago(60), line("cb-other", 60_000));
        assertThat(ground.brought(buyer)).extracting(RebateView::level).containsExactlyInAnyOrder(1, 2);
        ground.settle();
        assertThat(ground.commission(promoter)).isEqualTo(900);
        assertThat(ground.commission(top)).isEqualTo(300);
        assertThat(ground.commission(above)).as("there is no third level").isZero();
        var month = YearMonth.from(staff.today());
        var statement = ok(lead.get(PROMOTERS + "/" + promoter + "/statement?month=" + month.atDay(1)))
                .json();
        assertThat(statement.path("net").path("minor").asLong()).isEqualTo(900);
        assertThat(statement.path("taxWithheld").asBoolean()).isFalse();
        ground.giveBack(buyer, clock.instant(), number, null);
        assertThat(ground.commission(promoter)).isZero();
        assertThat(ground.commission(top)).isZero();
        var after = ok(lead.get(PROMOTERS + "/" + promoter + "/statement?month=" + month.atDay(1)))
                .json();
        assertThat(after.path("clawedBack").path("minor").asLong()).isEqualTo(900);
        assertThat(after.path("lines")).hasSize(2);
        assertThat(lead.get(PROMOTERS + "/" + buyer + "/statement?month=" + month.atDay(1))
                        .code())
                .isEqualTo("cashback.not-a-promoter");
        CashbackStory.laws(lead);
    }

    @Test
    void nothing_counts_after_the_window_after_a_change_or_after_the_end() {
        var lead = staff.logIn("lead");
        var promoter = ground.promoter(200);
        var late = ground.member();
        ground.bind(late, promoter, 120);
        ground.buy(late, ground.ago(5), line("cb-other", 60_000));
        assertThat(ground.brought(late)).as("after 90 days").isEmpty();
        var freed = ground.member();
        ground.bind(freed, promoter, 20);
        ok(lead.post(BONDS + "/" + freed + "/change", Map.of("reason", "误绑"), "f-1" + freed));
        ground.buy(freed, clock.instant(), line("cb-other", 60_000));
        assertThat(ground.brought(freed)).isEmpty();
        ground.buy(freed, ground.ago(10), line("cb-other", 60_000));
        assertThat(ground.brought(freed))
                .as("bought before the change, learnt after it")
                .hasSize(1);
        var kept = ground.member();
        ground.bind(kept, promoter, 20);
        ok(lead.post(PROMOTERS + "/" + promoter + "/end", Map.of("reason", "不再参加"), "e-1" + promoter));
        ground.buy(kept, clock.instant(), line("cb-other", 60_000));
        assertThat(ground.brought(kept)).isEmpty();
        assertThat(lead.post(BONDS, bind(ground.member(), promoter), "e-2").code())
                .isEqualTo("cashback.not-a-promoter");
        assertThat(ok(lead.get(PROMOTERS + "?state=ended&member=" + promoter))
                        .json()
                        .path("items"))
                .hasSize(1);
        CashbackStory.laws(lead);
    }

    @Test
    void more_than_two_levels_a_fee_and_pay_for_recruiting_are_refused() {
        var level = new DistributionPolicy.Level(100);
        var policy = new DistributionPolicy(
                List.of(level, level, level), Money.cny(1), 30, 7, Money.cny(9_900), Money.cny(100));
        assertThat(DistributionPolicy.KIND.validator().apply(policy))
                .extracting(Refusal.Field::rule)
                .containsExactlyInAnyOrder("two-levels-at-most", "no-entrance-fee", "not-for-recruiting");
        assertThat(DistributionPolicy.KIND.validator().apply(DistributionPolicy.DEFAULT))
                .isEmpty();
    }

    private static Map<String, Object> enrol(MemberId member, boolean consent) {
        return Map.of("member", member, "consent", consent);
    }

    private static Map<String, Object> bind(MemberId customer, MemberId promoter) {
        return Map.of("customer", customer, "promoter", promoter);
    }

    private static Map<String, Object> change(@Nullable MemberId promoter) {
        var body = new HashMap<String, Object>(Map.of("reason", "更正 " + UUID.randomUUID()));
        if (promoter != null) {
            body.put("promoter", promoter);
        }
        return body;
    }

    private static Answer ok(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
        return answer;
    }
}
