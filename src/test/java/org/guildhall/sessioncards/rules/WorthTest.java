package org.guildhall.sessioncards.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.guildhall.sessioncards.rules.Worth.Sessions;
import org.junit.jupiter.api.Test;

class WorthTest {

    @Test
    void a_price_is_split_in_proportion_to_what_sessions_cost_without_a_card() {
        assertThat(Worth.split(100_000, List.of(new Sessions(10, 10_000), new Sessions(5, 20_000))))
                .containsExactly(50_000L, 50_000L);
        assertThat(Worth.split(100, List.of(new Sessions(1, 1), new Sessions(1, 1), new Sessions(1, 1))))
                .as("the odd fen goes to the largest remainder, the first among equals")
                .containsExactly(34L, 33L, 33L);
    }

    @Test
    void the_parts_make_the_price_and_the_sessions_make_the_part_to_the_fen() {
        var random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            var services = new ArrayList<Sessions>();
            for (int i = 0; i <= random.nextInt(6); i++) {
                services.add(new Sessions(1 + random.nextInt(100), 1L + random.nextInt(50_000)));
            }
            long price = 1L + random.nextInt(500_000);
            var parts = Worth.split(price, services);
            assertThat(parts.stream().mapToLong(Long::longValue).sum()).isEqualTo(price);
            for (int i = 0; i < parts.size(); i++) {
                int count = services.get(i).count();
                long before = 0;
                for (int used = 0; used <= count; used++) {
                    long worth = Worth.of(parts.get(i), count, used);
                    assertThat(worth).isGreaterThanOrEqualTo(before);
                    before = worth;
                }
                assertThat(before).isEqualTo(parts.get(i));
            }
        }
    }
}
