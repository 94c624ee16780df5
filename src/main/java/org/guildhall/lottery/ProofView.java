package org.guildhall.lottery;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What anybody needs to recompute the draws of a lottery. All bytes are in hexadecimal.
 *
 * <p>For a draw: HMAC-SHA-256, the seed being the key, of {@code lottery|participant|number} in UTF-8; its 32 bytes are read as
 * eight numbers of four bytes, the highest first; the first below {@code fairBelow} is taken modulo one million and is the
 * ticket (were there none, the same with {@code |1}, {@code |2} … appended). Prizes stand for as many tickets as their odds
 * say, in their order from 0. A prize with a stock is given to its first hits, then the consolation.
 *
 * @param terms what was published, letter for letter; {@code termsHash} is its SHA-256
 */
@Schema(name = "LotteryProof")
public record ProofView(
        UUID lottery,
        String code,
        String name,
        LotteryView.State state,
        String method,
        long fairBelow,
        List<PublishedPrize> prizes,
        String consolation,
        @Nullable String commitment,
        @Nullable String seed,
        @Nullable String terms,
        @Nullable String termsHash) {

    /** A prize with its odds in parts per million, and how many there are. */
    @Schema(name = "LotteryPublishedPrize")
    public record PublishedPrize(
            String code, String name, int odds, @Nullable Long stock) {}
}
