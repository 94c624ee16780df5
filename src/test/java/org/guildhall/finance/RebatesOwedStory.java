package org.guildhall.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guildhall.cashback.CashbackGround.line;
import static org.guildhall.testing.Answers.ok;

import java.time.Duration;
import java.time.LocalDate;
import org.guildhall.cashback.CashbackGround;
import org.guildhall.cashback.RebateKind;
import org.guildhall.kernel.MemberId;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** What is owed of cashback and commissions is part of what the company owes, as of any day. */
@GuildhallTest
@Import({CashbackGround.class, CashbackGround.Desks.class, CashbackGround.Rules.class})
@TestPropertySource(properties = "guildhall.story=rebates-owed") // it counts all rebates there are
class RebatesOwedStory {

    @Autowired
    TestStaff staff;

    @Autowired
    CashbackGround ground;

    @Autowired
    MovableClock clock;

    @Test
    void a_rebate_waits_is_credited_is_spent_and_is_owed_back_and_each_day_knows_it() {
        var start = clock.instant();
        var bought = staff.today();
        var promoter = ground.promoter(5);
        var buyer = ground.member();
        ground.bind(buyer, promoter, 3);
        var receipt = ground.buy(buyer, clock.instant(), line("cb-tea", 100_000));
        long cashback = brought(buyer, RebateKind.CASHBACK);
        long commission = brought(buyer, RebateKind.COMMISSION);
        assertThat(cashback).isPositive();
        assertThat(commission).isPositive();
        assertThat(owed(bought)).isEqualTo(told(0, cashback, 0) + " and " + told(0, commission, 0));
        assertThat(owed(bought.minusDays(1))).isEqualTo(told(0, 0, 0) + " and " + told(0, 0, 0));
        try {
            clock.advance(Duration.ofDays(60));
            ground.settle();
            ground.use(buyer, 500);
            var settled = staff.today();
            assertThat(owed(settled)).isEqualTo(told(cashback - 500, 0, 0) + " and " + told(commission, 0, 0));
            assertThat(owed(settled.minusDays(1)))
                    .as("the day before it waited")
                    .isEqualTo(told(0, cashback, 0) + " and " + told(0, commission, 0));
            var file =
                    ok(staff.logIn("lead").get("/api/finance/liability/file")).text();
            assertThat(file).contains("消费返利：已入账未用", "消费返利：待入账", "分销佣金：已入账未付");

            clock.advance(Duration.ofDays(1));
            ground.giveBack(buyer, clock.instant(), receipt, null);
            assertThat(owed(staff.today())).isEqualTo(told(0, 0, 500) + " and " + told(0, 0, 0));
            assertThat(owed(settled)).isEqualTo(told(cashback - 500, 0, 0) + " and " + told(commission, 0, 0));
        } finally {
            clock.moveTo(start);
        }
    }

    private long brought(MemberId buyer, RebateKind kind) {
        return ground.brought(buyer).stream()
                .filter(rebate -> rebate.kind() == kind)
                .mapToLong(rebate -> rebate.current().minor())
                .sum();
    }

    private String owed(LocalDate day) {
        var report = ok(staff.logIn("lead").get("/api/finance/liability?asOf=" + day))
                .json();
        return told(report.path("cashback")) + " and " + told(report.path("commissions"));
    }

    private static String told(JsonNode rebates) {
        return told(minor(rebates, "credited"), minor(rebates, "waiting"), minor(rebates, "owed"));
    }

    private static String told(long credited, long waiting, long owed) {
        return credited + " credited, " + waiting + " waiting, " + owed + " owed";
    }

    private static long minor(JsonNode of, String money) {
        return of.path(money).path("minor").asLong();
    }
}
