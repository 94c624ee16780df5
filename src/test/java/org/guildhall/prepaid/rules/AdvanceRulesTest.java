package org.guildhall.prepaid.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Refusal;
import org.guildhall.prepaid.AdvanceView.Nearness;
import org.guildhall.prepaid.IssuerPolicy;
import org.guildhall.prepaid.IssuerPolicy.Beyond;
import org.guildhall.prepaid.IssuerPolicy.ClassRule;
import org.guildhall.prepaid.IssuerPolicy.Ending;
import org.guildhall.prepaid.IssuerPolicy.Income;
import org.guildhall.prepaid.IssuerPolicy.IssuerClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdvanceRulesTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-23");

    @ParameterizedTest
    @CsvSource({"SCALE,40,20", "GROUP,30,30", "BRAND,40,40", "OTHER,40,0"})
    void each_class_of_issuer_has_its_cap_and_its_custody(IssuerClass issuer, long cap, long custody) {
        var policy = policy(issuer, income("2025-12-31", 100));
        assertThat(AdvanceRules.cap(policy, DAY).orElseThrow().most()).isEqualTo(cap);
        assertThat(AdvanceRules.custody(policy, 100)).isEqualTo(custody);
    }

    @Test
    void the_cap_is_rounded_down_and_custody_up() {
        var policy = policy(IssuerClass.SCALE, income("2025-12-31", 1_009));
        assertThat(AdvanceRules.cap(policy, DAY).orElseThrow().most()).isEqualTo(403);
        assertThat(AdvanceRules.custody(policy, 1_001)).isEqualTo(201);
    }

    @Test
    void the_last_fiscal_year_that_is_over_decides_and_one_that_is_missing_is_told() {
        var policy = policy(IssuerClass.SCALE, income("2024-12-31", 100), income("2025-12-31", 200));
        assertThat(AdvanceRules.cap(policy, LocalDate.parse("2024-12-31"))).isEmpty();
        assertThat(cap(policy, "2025-12-31").most()).isEqualTo(40);
        assertThat(cap(policy, "2026-01-01").most()).isEqualTo(80);
        assertThat(cap(policy, "2026-12-31").outdated()).isFalse();
        assertThat(cap(policy, "2027-01-01").outdated()).isTrue();
        assertThat(AdvanceRules.cap(IssuerPolicy.DEFAULT, DAY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"319,WITHIN,79.8", "320,NEAR,80.0", "400,NEAR,100.0", "401,BEYOND,100.3", "0,WITHIN,0.0"})
    void the_cap_is_near_from_the_stated_share_on_and_passed_by_a_fen(long held, Nearness near, String used) {
        var cap = cap(policy(IssuerClass.SCALE, income("2025-12-31", 1_000)), "2026-11-23");
        assertThat(cap.nearness(held, 80)).isEqualTo(near);
        assertThat(cap.used(held)).isEqualByComparingTo(used);
        assertThat(cap.left(held)).isEqualTo(Math.max(0, 400 - held));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01,2025-12-31",
        "2026-03-31,2025-12-31",
        "2026-04-01,2026-03-31",
        "2026-11-23,2026-09-30",
        "2028-02-29,2027-12-31"
    })
    void custody_is_of_the_quarter_that_ended_last(LocalDate day, LocalDate end) {
        assertThat(AdvanceRules.quarterEnd(day)).isEqualTo(end);
    }

    @Test
    void rules_that_contradict_themselves_are_not_published() {
        var twice = List.of(new ClassRule(IssuerClass.GROUP, 30, 30), new ClassRule(IssuerClass.GROUP, 40, 30));
        var incomes = List.of(income("2025-12-31", 0), income("2025-12-31", 100));
        var day = LocalDate.parse("2026-12-01");
        var tooSoon = List.of(new Ending(day, day.plusDays(29)));
        var free = new IssuerPolicy.ByTransfer(Money.cny(0), Money.cny(1));
        var broken = new IssuerPolicy(IssuerClass.SCALE, twice, incomes, 80, Beyond.REFUSE, 30, tooSoon, free, "x");
        assertThat(IssuerPolicy.KIND.validator().apply(broken))
                .extracting(Refusal.Field::field, Refusal.Field::rule)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("classes[1].issuer", "duplicate"),
                        org.assertj.core.groups.Tuple.tuple("issuer", "class-with-rule"),
                        org.assertj.core.groups.Tuple.tuple("incomes[0].amount", "positive"),
                        org.assertj.core.groups.Tuple.tuple("incomes[1].yearEnd", "rising"),
                        org.assertj.core.groups.Tuple.tuple("endings[0].endsOn", "after-the-notice"),
                        org.assertj.core.groups.Tuple.tuple("byTransfer.organisation", "positive"));
        var inTime = List.of(new Ending(day, day.plusDays(30)));
        assertThat(IssuerPolicy.KIND
                        .validator()
                        .apply(new IssuerPolicy(
                                IssuerClass.SCALE,
                                IssuerPolicy.DEFAULT.classes(),
                                List.of(),
                                80,
                                Beyond.REFUSE,
                                30,
                                inTime,
                                IssuerPolicy.DEFAULT.byTransfer(),
                                "x")))
                .isEmpty();
    }

    private static AdvanceRules.Cap cap(IssuerPolicy policy, String day) {
        return AdvanceRules.cap(policy, LocalDate.parse(day)).orElseThrow();
    }

    private static Income income(String yearEnd, long fen) {
        return new Income(LocalDate.parse(yearEnd), Money.cny(fen));
    }

    private static IssuerPolicy policy(IssuerClass issuer, Income... incomes) {
        return new IssuerPolicy(
                issuer,
                IssuerPolicy.DEFAULT.classes(),
                List.of(incomes),
                80,
                Beyond.REFUSE,
                30,
                List.of(),
                IssuerPolicy.DEFAULT.byTransfer(),
                "x");
    }
}
