package org.guildhall.lottery.fair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published method; the expected values were worked out by {@code tools/recompute-lottery.py}, not by us. */
class FairDrawTest {

    private static final UUID LOTTERY = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final String PARTICIPANT = "00112233445566aa";

    private static byte[] seed() {
        var seed = new byte[32];
        for (int i = 0; i < seed.length; i++) {
            seed[i] = (byte) i;
        }
        return seed;
    }

    @ParameterizedTest
    @CsvSource({
        "00112233445566aa, 1, 59729",
        "00112233445566aa, 2, 107223",
        "ffeeddccbbaa9988, 1, 751362",
        "ffeeddccbbaa9988, 1000, 574878"
    })
    void a_ticket_is_what_anybody_else_makes_of_it(String participant, int number, int ticket) {
        assertThat(FairDraw.ticket(seed(), LOTTERY, participant, number)).isEqualTo(ticket);
    }

    @Test
    void a_number_above_the_fair_range_is_left_out_and_not_folded_back() {
        // The first four bytes of this one lie above the range: folded back they would be 957 540.
        assertThat(FairDraw.FAIR_BELOW).isEqualTo(4_294_000_000L);
        assertThat(FairDraw.ticket(seed(), LOTTERY, PARTICIPANT, 5_098)).isEqualTo(640_478);
    }

    @Test
    void commitment_and_participant_are_plain_hashes() {
        assertThat(HexFormat.of().formatHex(FairDraw.commitment(seed())))
                .isEqualTo("630dcd2966c4336691125448bbb25b4ff412a49c732db2c8abc1b8581bd710dd");
        var member = new MemberId(UUID.fromString("00000000-0000-7000-8000-0000000000aa"));
        assertThat(FairDraw.participant(LOTTERY, member)).isEqualTo("40dddf9769251600");
    }

    /** 99 degrees of freedom: 148.2 would be exceeded by one fair seed in a thousand; this seed gives 81.156, always. */
    @Test
    void a_hundred_thousand_tickets_fall_evenly() {
        var bins = new long[100];
        for (int number = 1; number <= 100_000; number++) {
            bins[FairDraw.ticket(seed(), LOTTERY, PARTICIPANT, number) / 10_000]++;
        }
        long squares = 0;
        for (long bin : bins) {
            squares += (bin - 1_000) * (bin - 1_000);
        }
        assertThat(squares).as("chi square times a thousand").isEqualTo(81_156).isLessThan(148_200);
    }

    @Test
    void every_ticket_stands_for_exactly_one_prize() {
        var odds = List.of(1, 0, 299_999, 700_000);
        var counts = new int[odds.size()];
        for (int ticket = 0; ticket < 1_000_000; ticket++) {
            counts[FairDraw.place(odds, ticket)]++;
        }
        assertThat(counts).containsExactly(1, 0, 299_999, 700_000);
        assertThatThrownBy(() -> FairDraw.place(List.of(999_999), 999_999)).isInstanceOf(IllegalStateException.class);
    }
}
