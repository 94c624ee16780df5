package org.guildhall.platform;

import org.guildhall.kernel.Actor;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/** The caller's key of a write that moves value: 1 to {@value #LONGEST} visible characters, its own for each actor. */
public final class IdempotencyKey {

    /** Name of the request header. */
    public static final String HEADER = "Idempotency-Key";

    private static final int LONGEST = 120;

    private IdempotencyKey() {}

    /** The key as causes of value know it: the actor and the header; refused when absent or malformed. */
    public static String cause(Actor actor, @Nullable String header) {
        if (header == null || header.isBlank()) {
            throw Refusal.of(new PlatformRefusal.IdempotencyKeyRequired());
        }
        if (header.length() > LONGEST || !header.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
            throw InvalidInput.of(HEADER, header.substring(0, Math.min(header.length(), LONGEST)), "idempotency-key");
        }
        return actor.reference() + "|" + header;
    }
}
