package org.guildhall.prepaid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
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

    private UUID lock(MemberId member) {
        return staff.asMachine(() -> storedValue.lock(
                        new Pay(member, Money.cny(4_000), null, false, null, null), ground.key("lock")))
                .id();
    }

    private void hold(UUID payment, UUID hold) {
        sql.execute("update prepaid.payment set principal_hold = ? where payment_id = ?", hold, payment);
    }
}
