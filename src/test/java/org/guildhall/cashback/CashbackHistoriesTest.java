package org.guildhall.cashback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guildhall.cashback.CashbackGround.line;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.ledger.LawProof;
import org.guildhall.ledger.Ledger;
import org.guildhall.loyalty.LineFact;
import org.guildhall.loyalty.ReturnedLine;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.Histories;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Purchases, returns and settlements in whatever order end in what a plain count of all of them says. */
@GuildhallTest
@Import({CashbackGround.class, CashbackGround.Desks.class, CashbackGround.Rules.class})
class CashbackHistoriesTest {

    private static final int HISTORIES = Integer.getInteger("guildhall.histories", 20);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int LEAST = 5_000;
    private static final int PER_PURCHASE = 3_000;
    private static final int PER_MONTH = 5_000;
    private static final int SETTLE_DAYS = 7;
    private static final int PER_COMMISSION = 1_500;
    private static final int RETURN_DAYS = 10;

    @Autowired
    TestStaff staff;

    @Autowired
    CashbackGround ground;

    @Autowired
    FoundingCashback founding;

    @Autowired
    Ledger ledger;

    @Autowired
    MovableClock clock;

    /** Something that happens, so many hours ago; {@code number} tells purchases apart. */
    sealed interface Act {
        int hoursAgo();
    }

    record Buy(int number, int hoursAgo, int tea, int silk) implements Act {}

    /** {@code tea} fen of the first line, or all of the purchase where below zero. */
    record Return(int number, int hoursAgo, int tea) implements Act {}

    record Settle(int hoursAgo) implements Act {}

    @Test
    void any_order_ends_in_the_same_value() {
        Histories.hold(HISTORIES, CashbackHistoriesTest::make, this::live);
        assertThat(staff.asMachine(ledger::prove)).allMatch(LawProof::holds);
    }

    private static List<Act> make(Random random) {
        var acts = new ArrayList<Act>();
        for (int i = 0; i < 12; i++) {
            int hours = 24 + i * 120 + random.nextInt(100);
            int tea = 1 + random.nextInt(200_000);
            acts.add(new Buy(i, hours, tea, random.nextInt(3) == 0 ? 1 + random.nextInt(50_000) : 0));
            switch (random.nextInt(4)) {
                case 0 -> acts.add(new Return(i, random.nextInt(hours), -1));
                case 1 -> acts.add(new Return(i, random.nextInt(hours), 1 + random.nextInt(tea)));
                default -> {}
            }
            if (random.nextInt(3) == 0) {
                acts.add(new Settle(random.nextInt(1_500)));
            }
        }
        Collections.shuffle(acts, random);
        return acts;
    }

    private void live(List<Act> acts) {
        var member = ground.member();
        var chain = List.of(member, ground.promoter(70), ground.promoter(70));
        ground.bind(chain.get(1), chain.get(2), 69);
        ground.bind(member, chain.get(1), 69);
        var numbers = new HashMap<Integer, String>();
        var now = clock.instant();
        for (var act : acts) {
            var at = now.minus(Duration.ofHours(act.hoursAgo()));
            switch (act) {
                case Buy buy ->
                    staff.asMachine(
                            () -> ground.record(ground.purchase(member, at, number(numbers, buy.number), lines(buy))));
                case Return back -> giveBack(member, at, number(numbers, back.number), back.tea);
                case Settle settle -> staff.asMachine(() -> founding.settledAt(at));
            }
        }
        agree(chain, acts, numbers, now, false);
        staff.asMachine(() -> founding.settledAt(now));
        agree(chain, acts, numbers, now, true);
    }

    private static String number(Map<Integer, String> numbers, int number) {
        return numbers.computeIfAbsent(number, key -> UUID.randomUUID().toString());
    }

    private static LineFact[] lines(Buy buy) {
        return buy.silk == 0
                ? new LineFact[] {line("cb-tea", buy.tea)}
                : new LineFact[] {line("cb-tea", buy.tea), line("cb-silk", buy.silk)};
    }

    private void giveBack(MemberId member, Instant at, String number, int tea) {
        ground.giveBack(member, at, number, tea < 0 ? null : new ReturnedLine(1, 1, Money.cny(tea)));
    }

    /** A plain count of everything, whatever was known when. */
    private void agree(
            List<MemberId> chain, List<Act> acts, Map<Integer, String> numbers, Instant now, boolean settled) {
        var used = new HashMap<YearMonth, Long>();
        var due = new long[3];
        var bought = acts.stream()
                .filter(Buy.class::isInstance)
                .map(Buy.class::cast)
                .sorted(Comparator.comparingInt(Buy::hoursAgo).reversed())
                .toList();
        var shown = new HashMap<String, RebateView>();
        ground.brought(chain.getFirst()).forEach(one -> shown.put(one.purchaseNumber() + "|" + one.level(), one));
        for (var buy : bought) {
            long tea = buy.tea;
            long silk = buy.silk;
            for (var act : acts) {
                if (act instanceof Return back && back.number == buy.number) {
                    silk = back.tea < 0 ? 0 : silk;
                    tea = back.tea < 0 ? 0 : tea - back.tea;
                }
            }
            var day = now.minus(Duration.ofHours(buy.hoursAgo)).atZone(ZONE).toLocalDate();
            long worth = tea + silk < LEAST ? 0 : tea * 200 / 10_000 + silk * 125 / 10_000;
            long before = used.getOrDefault(YearMonth.from(day), 0L);
            long brings = Math.min(Math.min(worth, PER_PURCHASE), PER_MONTH - before);
            used.put(YearMonth.from(day), before + brings);
            long first = Math.min(PER_COMMISSION, tea * 150 / 10_000 + silk * 150 / 10_000);
            long second = Math.min(PER_COMMISSION, tea * 50 / 10_000 + silk * 50 / 10_000);
            var month = day.plusDays(RETURN_DAYS).plusMonths(1).withDayOfMonth(1);
            var expected = List.of(
                    new Expected(brings, day.plusDays(SETTLE_DAYS)),
                    new Expected(first, month),
                    new Expected(second, month));
            for (int level = 0; level < expected.size(); level++) {
                boolean isDue =
                        !expected.get(level).due.isAfter(now.atZone(ZONE).toLocalDate());
                long amount = expected.get(level).amount;
                due[level] += isDue ? amount : 0;
                var rebate = shown.get(numbers.get(buy.number) + "|" + level);
                assertThat(rebate == null ? 0 : rebate.current().minor())
                        .as("level %s of %s", level, buy)
                        .isEqualTo(amount);
                if (settled && rebate != null) {
                    assertThat(rebate.credited().minor()).isEqualTo(isDue ? amount : 0);
                }
            }
        }
        if (settled) {
            assertThat(ground.balance(chain.getFirst())).isEqualTo(due[0]);
            assertThat(ground.commission(chain.get(1))).isEqualTo(due[1]);
            assertThat(ground.commission(chain.get(2))).isEqualTo(due[2]);
        }
    }

    /** How much, and when it may be credited. */
    private record Expected(long amount, LocalDate due) {}
}
