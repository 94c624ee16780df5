package org.guildhall.lottery.fair;

import java.security.SecureRandom;
import java.util.UUID;
import org.guildhall.access.SecretVault;
import org.springframework.stereotype.Component;

/** Makes the seeds of lotteries and keeps them sealed; nothing but drawing, proving and revealing opens one. */
@Component
public class Seeds {

    private static final String PURPOSE = "lottery.seed";
    private static final int BYTES = 32;

    private final SecretVault vault;
    private final SecureRandom random = new SecureRandom();

    Seeds(SecretVault vault) {
        this.vault = vault;
    }

    /** A new seed of 32 random bytes: what is committed to and what is kept. */
    public Fresh next(UUID lottery) {
        var seed = new byte[BYTES];
        random.nextBytes(seed);
        return new Fresh(FairDraw.commitment(seed), vault.seal(PURPOSE, lottery.toString(), seed));
    }

    /** The seed of the lottery. */
    public byte[] open(UUID lottery, byte[] sealed) {
        return vault.open(PURPOSE, lottery.toString(), sealed);
    }

    /** A seed nobody has seen: its commitment, and the seed itself, sealed. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Fresh(byte[] commitment, byte[] sealed) {}
}
