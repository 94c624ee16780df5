package org.guildhall.lottery.codes;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.UUID;
import org.guildhall.access.PersonalVault;
import org.springframework.stereotype.Component;

/** Makes pick-up codes of twelve digits and the keyed hash by which one is found again; the code itself is kept nowhere. */
@Component
public class PrizeCodes {

    private static final long CODES = 1_000_000_000_000L;
    private static final String PURPOSE = "lottery.prize-code";

    private final PersonalVault vault;
    private final SecureRandom random = new SecureRandom();

    PrizeCodes(PersonalVault vault) {
        this.vault = vault;
    }

    /** A new code, in three groups of four digits. */
    public String next() {
        var digits = "%012d".formatted(random.nextLong(CODES));
        return digits.substring(0, 4) + " " + digits.substring(4, 8) + " " + digits.substring(8);
    }

    /** The first 128 bits of the code's keyed hash. */
    public UUID hash(String code) {
        var bytes = ByteBuffer.wrap(vault.blindIndex(PURPOSE, code.replaceAll("[\\s-]", "")));
        return new UUID(bytes.getLong(), bytes.getLong());
    }
}
