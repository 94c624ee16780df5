package org.guildhall.access;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.UUID;

/**
 * Makes pick-up codes of twelve digits and the keyed hash by which one is found again; the code itself is kept nowhere. Each
 * kind of code has a purpose of its own, so that one is never found as another.
 */
public abstract class DigitCodes {

    private static final long CODES = 1_000_000_000_000L;

    private final PersonalVault vault;
    private final String purpose;
    private final SecureRandom random = new SecureRandom();

    /** Codes for one purpose, {@code module.what}. */
    protected DigitCodes(PersonalVault vault, String purpose) {
        this.vault = vault;
        this.purpose = purpose;
    }

    /** A new code, in three groups of four digits. */
    public final String next() {
        var digits = "%012d".formatted(random.nextLong(CODES));
        return digits.substring(0, 4) + " " + digits.substring(4, 8) + " " + digits.substring(8);
    }

    /** The first 128 bits of the code's keyed hash. */
    public final UUID hash(String code) {
        var bytes = ByteBuffer.wrap(vault.blindIndex(purpose, code.replaceAll("[\\s-]", "")));
        return new UUID(bytes.getLong(), bytes.getLong());
    }
}
