package org.guildhall.loyalty.purchases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.guildhall.kernel.MemberId;
import org.guildhall.loyalty.LoyaltyEvent.TierChanged;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SettledTest {

    @Test
    void who_gets_a_first_tier_joins_and_does_not_count_as_moved() {
        var settled = new Settlement.Settled(
                0,
                0,
                List.of(change(1, null), change(2, "silver"), change(2, "gold"), change(3, "silver")),
                List.of(),
                Map.of());
        assertThat(settled.movedMembers()).isEqualTo(2);
    }

    private static TierChanged change(int member, @Nullable String from) {
        var id = MemberId.of("01890000-0000-7000-8000-00000000000" + member);
        return new TierChanged(id, from, "gold", Instant.EPOCH, "growth");
    }
}
