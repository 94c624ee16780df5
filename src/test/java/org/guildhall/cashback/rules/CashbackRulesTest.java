package org.guildhall.cashback.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.guildhall.cashback.CashbackPolicy;
import org.guildhall.cashback.CashbackPolicy.Rate;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.loyalty.Goods;
import org.guildhall.policies.PolicyTimeline;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What goods bring: the first rate that applies, fractions dropped, the least, and the caps of a purchase and a month. */
class CashbackRulesTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final MemberId MEMBER = new MemberId(UUID.randomUUID());

    @Test
    void the_first_rate_that_applies_to_a_line_decides_and_fractions_are_dropped() {
        var share = only(goods("2026-03-02T04:00:00Z", "gold", line(1, "tea", 9_999), line(2, "silk", 333)));
        assertThat(share.lines()).extracting(Share.Line::rate).containsExactly("金卡茶", "其他");
        assertThat(share.lines()).extracting(Share.Line::amount).containsExactly(299L, 3L);
        assertThat(share.settlesOn()).isEqualTo("2026-03-12");
    }

    @Test
    void a_rate_for_a_tier_is_for_nobody_else() {
        assertThat(only(goods("2026-03-02T04:00:00Z", null, line(1, "tea", 10_000)))
                        .amount())
                .isEqualTo(100);
    }

    @Test
    void a_rate_for_a_weekday_goes_by_the_companys_day() {
        var late = goods("2026-03-02T17:00:00Z", null, line(1, "wine", 10_000));
        assertThat(only(late).lines().getFirst().rate())
                .as("a Tuesday in Shanghai")
                .isEqualTo("周二酒");
        var early = goods("2026-03-02T04:00:00Z", null, line(1, "wine", 10_000));
        assertThat(only(early).lines().getFirst().rate()).isEqualTo("其他");
    }

    @Test
    void too_little_brings_nothing_and_the_reason_says_so() {
        var share = only(goods("2026-03-02T04:00:00Z", "gold", line(1, "tea", 999)));
        assertThat(share.amount()).isZero();
        assertThat(RebateExplanation.of(share).parts())
                .anyMatch(part -> part.code().equals("cashback.below-least"));
    }

    @Test
    void a_purchase_brings_no_more_than_its_cap_cut_from_the_last_line() {
        var share = only(goods("2026-03-02T04:00:00Z", null, line(1, "silk", 40_000), line(2, "silk", 40_000)));
        assertThat(share.lines()).extracting(Share.Line::amount).containsExactly(400L, 100L);
        assertThat(RebateExplanation.of(share).parts())
                .anyMatch(part -> part.code().equals("cashback.capped-purchase"));
    }

    @Test
    void a_month_brings_no_more_than_its_cap_and_the_next_begins_anew() {
        var shares = rules().of(List.of(
                goods("2026-03-02T04:00:00Z", null, line(1, "silk", 50_000)),
                goods("2026-03-09T04:00:00Z", null, line(1, "silk", 50_000)),
                goods("2026-03-31T16:30:00Z", null, line(1, "silk", 50_000))));
        assertThat(shares).extracting(Share::amount).containsExactly(500L, 300L, 500L);
        assertThat(RebateExplanation.of(shares.get(1)).parts())
                .anyMatch(part -> part.code().equals("cashback.capped-month"));
    }

    @Test
    void other_currencies_bring_nothing() {
        var goods = new Goods(
                UUID.randomUUID(),
                MEMBER,
                "n",
                Instant.parse("2026-03-02T04:00:00Z"),
                null,
                null,
                Currency.getInstance("USD"),
                List.of(line(1, "tea", 90_000)));
        assertThat(rules().of(List.of(goods))).isEmpty();
    }

    private static Share only(Goods goods) {
        var shares = rules().of(List.of(goods));
        assertThat(shares).hasSize(1);
        return shares.getFirst();
    }

    private static Goods goods(String at, @Nullable String tier, Goods.Line... lines) {
        return new Goods(
                UUID.randomUUID(),
                MEMBER,
                "n",
                Instant.parse(at),
                null,
                tier,
                Currency.getInstance("CNY"),
                List.of(lines));
    }

    private static Goods.Line line(int number, String category, long left) {
        return new Goods.Line(number, null, category, left, left);
    }

    private static CashbackRules rules() {
        var policy = new CashbackPolicy(
                List.of(
                        new Rate("金卡茶", 300, List.of("tea"), List.of(), List.of("gold"), List.of()),
                        new Rate("周二酒", 500, List.of("wine"), List.of(), List.of(), List.of(DayOfWeek.TUESDAY)),
                        new Rate("其他", 100, List.of(), List.of(), List.of(), List.of())),
                Money.cny(1_000),
                Money.cny(500),
                Money.cny(800),
                10);
        return new CashbackRules(PolicyTimeline.constant(CashbackPolicy.KIND, policy), ZONE);
    }
}
