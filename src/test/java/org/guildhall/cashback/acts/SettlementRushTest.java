package org.guildhall.cashback.acts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guildhall.cashback.CashbackGround.line;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.guildhall.cashback.CashbackGround;
import org.guildhall.kernel.MemberId;
import org.guildhall.ledger.LawProof;
import org.guildhall.ledger.Ledger;
import org.guildhall.platform.Runs;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Settlements at the same time, with returns among them: everything is credited once. */
@GuildhallTest
@Import({CashbackGround.class, CashbackGround.Desks.class, CashbackGround.Rules.class})
class SettlementRushTest {

    private static final int BUYERS = 12;

    @Autowired
    TestStaff staff;

    @Autowired
    CashbackGround ground;

    @Autowired
    Settling settling;

    @Autowired
    Runs runs;

    @Autowired
    Ledger ledger;

    @Autowired
    MovableClock clock;

    @Test
    void two_settlements_at_once_with_returns_among_them_credit_once() throws Exception {
        ground.settle();
        var at = clock.instant().minus(Duration.ofDays(9));
        var buyers = new ArrayList<MemberId>();
        var calls = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < BUYERS; i++) {
            var buyer = ground.member();
            buyers.add(buyer);
            var number = ground.buy(buyer, at, line("cb-tea", 100_000));
            if (i % 2 == 0) {
                calls.add(() -> {
                    ground.giveBack(buyer, clock.instant(), number, null);
                    return true;
                });
            }
        }
        var begin = new Runs.Begin(
                Settling.KIND, "rush", staff.today(), new org.guildhall.kernel.Actor.Machine("rush"), null);
        UUID run = runs.begin(begin);
        for (int i = 0; i < 6; i++) {
            calls.add(
                    i,
                    () -> staff.asMachine(() -> {
                        settling.settle(new Crediting.Run(run, staff.today(), null));
                        return true;
                    }));
        }
        try (var pool = Executors.newFixedThreadPool(12)) {
            for (var done : pool.invokeAll(calls)) {
                assertThat(done.get()).isTrue();
            }
        }
        runs.end(run, null);
        for (int i = 0; i < BUYERS; i++) {
            assertThat(ground.balance(buyers.get(i))).isEqualTo(i % 2 == 0 ? 0 : 2_000);
        }
        assertThat(staff.asMachine(ledger::prove)).allMatch(LawProof::holds);
        assertThat(List.copyOf(buyers)).hasSize(BUYERS);
    }
}
