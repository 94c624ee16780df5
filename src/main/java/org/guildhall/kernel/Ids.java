package org.guildhall.kernel;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Makes identifiers: time-ordered ones (UUIDv7, RFC 9562 section 5.7) and ones derived from a caller's key (UUIDv8). */
public final class Ids {

    /** Copied for each use, which costs a fraction of looking it up among the providers. */
    private static final MessageDigest SHA_256 = sha256();

    private Ids() {}

    /** A new time-ordered identifier; two made in the same millisecond differ by 74 random bits. */
    public static UUID next(Clock clock) {
        return at(clock.millis());
    }

    /** A new identifier that sorts by the given milliseconds since the epoch. */
    public static UUID at(long millis) {
        var random = ThreadLocalRandom.current();
        long high = (millis << 16) | 0x7000L | (random.nextInt() & 0xFFFL);
        long low = (random.nextLong() >>> 2) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    /** The identifier that belongs to a key: equal keys give equal identifiers (first 122 bits of SHA-256). */
    public static UUID derived(String key) {
        var hash = ByteBuffer.wrap(sha256(key.getBytes(StandardCharsets.UTF_8)));
        long high = (hash.getLong() & 0xFFFFFFFFFFFF0FFFL) | 0x8000L;
        long low = (hash.getLong() >>> 2) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    /** SHA-256 of the bytes. */
    public static byte[] sha256(byte[] bytes) {
        try {
            return ((MessageDigest) SHA_256.clone()).digest(bytes);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("every Java platform copies its SHA-256", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
