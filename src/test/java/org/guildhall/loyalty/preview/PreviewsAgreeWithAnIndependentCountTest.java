package org.guildhall.loyalty.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.loyalty.LineFact;
import org.guildhall.loyalty.Loyalty;
import org.guildhall.loyalty.PurchaseFact;
import org.guildhall.loyalty.TryRules;
import org.guildhall.loyalty.earning.Caps;
import org.guildhall.loyalty.earning.Condition;
import org.guildhall.loyalty.earning.EarningPolicy;
import org.guildhall.loyalty.earning.EarningRule;
import org.guildhall.loyalty.earning.Effect;
import org.guildhall.loyalty.earning.Rounding;
import org.guildhall.loyalty.earning.Stacking;
import org.guildhall.loyalty.review.Reviews;
import org.guildhall.loyalty.tiers.TiersPolicy;
import org.guildhall.members.MemberProfile;
import org.guildhall.members.Members;
import org.guildhall.members.RegisterMember;
import org.guildhall.policies.PolicyDesk;
import org.guildhall.policies.Preview;
import org.guildhall.policies.PreviewDraft;
import org.guildhall.policies.PublishDraft;
import org.guildhall.policies.SaveDraft;
import org.guildhall.testing.AtRest;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestStaff;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** Whom a draft would move and what it would cost, against sums made here by hand; and then it is published and comes true. */
@GuildhallTest
@TestPropertySource(properties = "guildhall.test.company=previews")
class PreviewsAgreeWithAnIndependentCountTest {

    private static final int MANY = 40;
    private static final List<String> LADDER = List.of("regular", "silver", "gold", "diamond");

    @Autowired
    TestStaff staff;

    @Autowired
    Members members;

    @Autowired
    Loyalty loyalty;

    @Autowired
    Reviews reviews;

    @Autowired
    PolicyDesk desk;

    @Autowired
    MovableClock clock;

    @Autowired
    JsonMapper json;

    @Autowired
    DSLContext sql;

    private Instant start = Instant.EPOCH;

    /** What somebody bought, in fen by category. */
    private record Bought(MemberId member, UUID purchase, long tea, long rice) {}

    @BeforeEach
    void noteTheTime() {
        start = clock.instant();
    }

    @AfterEach
    void putTheClockBack() {
        clock.moveTo(start);
    }

    @Test
    void a_new_standard_moves_whom_the_preview_said() {
        var random = new Random(7);
        var growth = new HashMap<MemberId, Long>();
        for (int i = 0; i < MANY; i++) {
            var bought = buy(i, random.nextInt(3_000_000), 0);
            growth.put(bought.member(), bought.tea() / 100);
        }
        var draft = standard(2_000, 6_000, 28_000);
        var revision = save(TiersPolicy.KIND.code(), draft);
        var from = staff.today().plusDays(1);

        var preview = preview(TiersPolicy.KIND.code(), from);

        var expected = new TreeMap<String, Long>();
        growth.values().forEach(value -> {
            var now = tier(value, 1_000, 5_000, 20_000);
            var then = tier(value, 2_000, 6_000, 28_000);
            if (!now.equals(then)) {
                expected.merge(now + ">" + then, 1L, Long::sum);
            }
        });
        var told = new TreeMap<String, Long>();
        preview.moves().forEach(move -> told.put(move.from() + ">" + move.to(), move.count()));
        assertThat(told).isNotEmpty().isEqualTo(expected);
        assertThat(preview.affected())
                .isEqualTo(expected.values().stream().mapToLong(Long::longValue).sum());
        assertThat(number(preview, "members")).isGreaterThanOrEqualTo(MANY);
        assertThat(growth.keySet()).containsAll(preview.sample());

        staff.asMachine(
                () -> desk.publish(TiersPolicy.KIND.code(), new PublishDraft(revision, from, "a stricter standard")));
        clock.advance(Duration.ofDays(1));
        reviews.run();
        AtRest.await(sql);
        growth.forEach((member, value) -> assertThat(
                        staff.asMachine(() -> loyalty.standing(member)).tier())
                .isEqualTo(tier(value, 2_000, 6_000, 28_000)));
    }

    @Test
    void draft_earning_rules_cost_what_trial_and_preview_said() {
        var before = preview(EarningPolicy.KIND.code(), draftOfDoubleTea());
        var random = new Random(11);
        var all = new ArrayList<Bought>();
        for (int i = 0; i < MANY; i++) {
            all.add(buy(1_000 + i, random.nextInt(40_000), random.nextInt(40_000)));
        }
        var preview = preview(EarningPolicy.KIND.code(), staff.today());

        assertThat(number(preview, "pointsNow") - number(before, "pointsNow"))
                .isEqualTo(all.stream()
                        .mapToLong(PreviewsAgreeWithAnIndependentCountTest::now)
                        .sum());
        assertThat(number(preview, "pointsDraft") - number(before, "pointsDraft"))
                .isEqualTo(all.stream()
                        .mapToLong(PreviewsAgreeWithAnIndependentCountTest::doubled)
                        .sum());
        assertThat(preview.affected() - before.affected())
                .isEqualTo(all.stream().filter(one -> now(one) != doubled(one)).count());

        var trial = staff.asMachine(() -> loyalty.tryRules(
                new TryRules(doubleTea(), all.stream().map(Bought::purchase).toList())));
        for (int i = 0; i < all.size(); i++) {
            var one = trial.trials().get(i);
            assertThat(one.purchase()).isEqualTo(all.get(i).purchase());
            assertThat(one.now().value()).isEqualTo(now(all.get(i)));
            assertThat(one.draft().value()).isEqualTo(doubled(all.get(i)));
            assertThat(one.growthNow()).isEqualTo(one.growthDraft());
        }
    }

    /** One point for each yuan; fractions of the whole purchase are dropped. */
    private static long now(Bought one) {
        return (one.tea() + one.rice()) / 100;
    }

    private static long doubled(Bought one) {
        return (2 * one.tea() + one.rice()) / 100;
    }

    private static String tier(long growth, long silver, long gold, long diamond) {
        return LADDER.get(growth >= diamond ? 3 : growth >= gold ? 2 : growth >= silver ? 1 : 0);
    }

    private static long number(Preview preview, String fact) {
        return ((Number) Objects.requireNonNull(preview.facts().get(fact))).longValue();
    }

    private java.time.LocalDate draftOfDoubleTea() {
        save(EarningPolicy.KIND.code(), doubleTea());
        return staff.today();
    }

    private static EarningPolicy doubleTea() {
        var usual = EarningPolicy.DEFAULT;
        var rules = new ArrayList<>(usual.rules());
        rules.add(new EarningRule(
                "tea",
                null,
                List.of(new Condition.CategoryIn(List.of("tea"))),
                new Effect.Multiplier(new BigDecimal("2"))));
        return new EarningPolicy(rules, Stacking.MULTIPLY, Rounding.DOWN, Caps.NONE, usual.currencies());
    }

    private static TiersPolicy standard(long silver, long gold, long diamond) {
        var usual = TiersPolicy.DEFAULT;
        var thresholds = List.of(0L, silver, gold, diamond);
        var ladder = new ArrayList<TiersPolicy.Tier>();
        for (int i = 0; i < LADDER.size(); i++) {
            var rung = usual.ladder().get(i);
            ladder.add(new TiersPolicy.Tier(rung.code(), rung.name(), thresholds.get(i), rung.multiplier()));
        }
        return new TiersPolicy(
                ladder,
                usual.measure(),
                usual.window(),
                usual.validity(),
                usual.review(),
                usual.graceDays(),
                usual.introduction());
    }

    @SuppressWarnings("unchecked") // a policy is a JSON object
    private int save(String kind, Record policy) {
        Map<String, Object> body = json.convertValue(policy, Map.class);
        return staff.asMachine(() -> desk.save(kind, new SaveDraft(body, 0))).revision();
    }

    private Preview preview(String kind, java.time.LocalDate from) {
        return Objects.requireNonNull(staff.asMachine(() -> desk.preview(kind, new PreviewDraft(from)))
                .preview());
    }

    private Bought buy(int number, long tea, long rice) {
        var member = staff.asMachine(() -> members.register(RegisterMember.person(MemberProfile.EMPTY))
                .member()
                .id());
        var lines = List.of(
                new LineFact(null, "tea", 1_000, Money.cny(tea)), new LineFact(null, "rice", 1_000, Money.cny(rice)));
        var fact = new PurchaseFact(
                "till", "preview-" + number, member, clock.instant(), null, null, Money.cny(tea + rice), lines, null);
        return new Bought(member, staff.asMachine(() -> loyalty.record(fact)).id(), tea, rice);
    }
}
