package org.guildhall.cashback.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.cashback.DistributionPolicy;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.loyalty.Goods;
import org.guildhall.policies.PolicyTimeline;
import org.junit.jupiter.api.Test;

/** For how long a recommendation is paid. */
class CommissionRulesTest {

    private static final MemberId BUYER = new MemberId(UUID.randomUUID());
    private static final MemberId FIRST = new MemberId(UUID.randomUUID());
    private static final MemberId LATER = new MemberId(UUID.randomUUID());

    @Test
    void the_window_begins_with_the_first_touch_and_with_no_later_bond() {
        assertThat(paid("2026-03-01T00:00:00Z")).containsExactly(FIRST);
        assertThat(paid("2026-05-01T00:00:00Z")).containsExactly(LATER);
        assertThat(paid("2026-07-01T00:00:00Z"))
                .as("within a hundred days of the later bond, not of the first")
                .isEmpty();
    }

    private static List<MemberId> paid(String at) {
        var level = new DistributionPolicy.Level(500);
        var policy = new DistributionPolicy(List.of(level), Money.cny(10_000), 100, 15, Money.cny(0), Money.cny(0));
        var rules = new CommissionRules(
                PolicyTimeline.constant(DistributionPolicy.KIND, policy), ZoneId.of("Asia/Shanghai"));
        var term = new Uplines.Term(Instant.parse("2025-01-01T00:00:00Z"), null);
        var bonds = List.of(
                new Uplines.Bond(1, FIRST, Instant.parse("2026-02-01T00:00:00Z")),
                new Uplines.Bond(2, LATER, Instant.parse("2026-04-20T00:00:00Z")));
        var uplines = new Uplines(Map.of(BUYER, bonds), Map.of(FIRST, term, LATER, term));
        return rules.of(List.of(goods(at)), uplines).stream().map(Share::member).toList();
    }

    private static Goods goods(String at) {
        return new Goods(
                UUID.randomUUID(),
                BUYER,
                "n",
                Instant.parse(at),
                null,
                null,
                Currency.getInstance("CNY"),
                List.of(new Goods.Line(1, null, "tea", 10_000, 10_000)));
    }
}
