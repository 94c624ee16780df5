package org.guildhall.prepaid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.Ledger;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestStaff;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Locks that nobody used in time go back by themselves. */
@GuildhallTest
@Import(PrepaidGround.class)
class LapsedLocksTest {

    @Autowired
    TestStaff staff;

    @Autowired
    PrepaidGround ground;

    @Autowired
    StoredValue storedValue;

    @Autowired
    MovableClock clock;

    @Autowired
    Ledger ledger;

    @Autowired
    DSLContext sql;

    @Test
    void a_lock_that_cannot_be_released_keeps_none_behind_it_waiting() {
        var start = clock.instant();
        try {
            var stuck = ground.with(100);
            var payment = lock(stuck);
            var other = ground.with(100);
            lock(other);
            clock.advance(Duration.ofHours(1));

            var hold = sql.fetchSingle("select principal_hold from prepaid.payment where payment_id = ?", payment)
                    .get(0, UUID.class);
            hold(payment, UUID.randomUUID()); // one the ledger does not know
            assertThatThrownBy(storedValue::releaseLapsed).isNotNull();
            assertThat(ground.pots(stuck)).isEqualTo("6000+0");
            assertThat(ground.pots(other)).isEqualTo("10000+0");

            hold(payment, hold);
            assertThat(storedValue.releaseLapsed()).isOne();
            assertThat(ground.pots(stuck)).isEqualTo("10000+0");
        } finally {
            clock.moveTo(start);
        }
    }

    @Test
    void what_is_set_aside_on_a_frozen_account_stays_so_until_somebody_unfreezes_it() {
        var start = clock.instant();
        try {
            var member = ground.with(100);
            lock(member);
            freeze(member);
            assertThat(ledger.holds(member))
                    .hasSize(1)
                    .allSatisfy(hold -> assertThat(hold.timesOutAt())
                            .as("the ledger ends it by itself")
                            .isNull());
            clock.advance(Duration.ofDays(400));
            storedValue.releaseLapsed();
            assertThat(ground.pots(member)).isEqualTo("6000+0");
            assertThat(ledger.balances(member).of(Asset.PRINCIPAL)).isEqualTo(6_000);
            assertThat(ground.account(member).frozen()).isTrue();

            staff.asMachine(() -> storedValue.unfreeze(member, new Because("test"), ground.key("unfreeze")));
            storedValue.releaseLapsed();
            assertThat(ground.pots(member)).isEqualTo("10000+0");
        } finally {
            clock.moveTo(start);
        }
    }

    private void freeze(MemberId member) {
        staff.asMachine(() -> storedValue.freeze(member, new Because("test"), ground.key("freeze")));
    }

    private UUID lock(MemberId member) {
        return staff.asMachine(() -> storedValue.lock(
                        new Pay(member, Money.cny(4_000), null, false, null, null), ground.key("lock")))
                .id();
    }

    private void hold(UUID payment, UUID hold) {
        sql.execute("update prepaid.payment set principal_hold = ? where payment_id = ?", hold, payment);
    }
}
