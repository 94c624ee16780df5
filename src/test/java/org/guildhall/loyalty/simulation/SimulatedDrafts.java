package org.guildhall.loyalty.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.guildhall.kernel.UnitId;
import org.guildhall.ledger.Shortage;
import org.guildhall.loyalty.PurchaseFact;
import org.guildhall.loyalty.SimulationResult;
import org.guildhall.loyalty.earning.Caps;
import org.guildhall.loyalty.earning.Condition;
import org.guildhall.loyalty.earning.EarningPolicy;
import org.guildhall.loyalty.earning.EarningRule;
import org.guildhall.loyalty.earning.Effect;
import org.guildhall.loyalty.earning.Rounding;
import org.guildhall.loyalty.earning.Stacking;
import org.guildhall.loyalty.expiry.ExpiryPolicy;
import org.guildhall.loyalty.returns.ReturnsPolicy;
import org.guildhall.loyalty.tiers.TiersPolicy;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The drafts that tests simulate, and what must add up in whatever comes of them. */
final class SimulatedDrafts {

    static final Instant START = Instant.parse("2023-06-05T02:00:00Z");
    static final Duration FORTNIGHT = Duration.ofDays(14);

    private SimulatedDrafts() {}

    /** The company day of so many fortnights after the start. */
    static LocalDate day(int tick) {
        return START.plus(FORTNIGHT.multipliedBy(tick))
                .atZone(java.time.ZoneId.of("Asia/Shanghai"))
                .toLocalDate();
    }

    /** A policy as it is drafted. */
    @SuppressWarnings("unchecked") // a policy is a JSON object
    static Map<String, Object> body(JsonMapper json, Record policy) {
        return json.convertValue(policy, Map.class);
    }

    static void assertPartsMakeTheWhole(SimulationResult result) {
        var points = result.totals().points();
        assertThat(result.stores().stream()
                        .mapToLong(row -> row.points().before())
                        .sum())
                .isEqualTo(result.tiers().stream()
                        .mapToLong(row -> row.points().before())
                        .sum())
                .isEqualTo(result.endings().stream()
                        .mapToLong(row -> row.points().before())
                        .sum())
                .isEqualTo(points.before());
        assertThat(result.stores().stream()
                        .mapToLong(row -> row.points().after())
                        .sum())
                .isEqualTo(result.tiers().stream()
                        .mapToLong(row -> row.points().after())
                        .sum())
                .isEqualTo(result.endings().stream()
                        .mapToLong(row -> row.points().after())
                        .sum())
                .isEqualTo(points.after());
        assertThat(result.totals().granted().after()
                        + result.totals().takenBack().after())
                .isEqualTo(points.after());
        assertThat(result.spread().winners().points() + result.spread().losers().points())
                .isEqualTo(points.difference());
        assertThat(result.moves().stream()
                        .mapToLong(SimulationResult.Move::members)
                        .sum())
                .isEqualTo(result.totals().members());
    }

    static String kindOf(Record draft) {
        return switch (draft) {
            case EarningPolicy ignored -> EarningPolicy.KIND.code();
            case TiersPolicy ignored -> TiersPolicy.KIND.code();
            case ExpiryPolicy ignored -> ExpiryPolicy.KIND.code();
            default -> ReturnsPolicy.KIND.code();
        };
    }

    static EarningPolicy richer() {
        var usual = EarningPolicy.DEFAULT;
        var rules = new ArrayList<>(usual.rules());
        rules.add(new EarningRule(
                "tea",
                null,
                List.of(new Condition.CategoryIn(List.of("c1"))),
                new Effect.Multiplier(new BigDecimal("2"))));
        rules.add(new EarningRule(
                "silver", null, List.of(new Condition.TierIn(List.of("silver"))), new Effect.FixedPoints(50)));
        return new EarningPolicy(
                rules, Stacking.MULTIPLY, Rounding.DOWN, new Caps(null, 6_000L, null), usual.currencies());
    }

    static TiersPolicy lowerLadder() {
        return new TiersPolicy(
                List.of(
                        new TiersPolicy.Tier("regular", "普通", 0, BigDecimal.ONE),
                        new TiersPolicy.Tier("silver", "银", 500, new BigDecimal("1.3")),
                        new TiersPolicy.Tier("jade", "玉", 4_000, new BigDecimal("1.7"))),
                TiersPolicy.Measure.GROWTH,
                new TiersPolicy.Window.RollingMonths(9),
                new TiersPolicy.Validity.Months(6),
                TiersPolicy.Review.RECOMPUTE,
                15,
                TiersPolicy.Introduction.AT_ONCE);
    }

    static ReturnsPolicy mild() {
        return new ReturnsPolicy(Shortage.LOSS, false, ReturnsPolicy.TierAfterReturn.KEPT_UNTIL_REVIEW);
    }

    static PurchaseFact at(@Nullable UnitId store, PurchaseFact fact) {
        return new PurchaseFact(
                fact.source(),
                fact.number(),
                fact.member(),
                fact.occurredAt(),
                store,
                null,
                fact.total(),
                fact.lines(),
                fact.payment());
    }
}
