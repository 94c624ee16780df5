package org.guildhall.access.login;

import java.time.Duration;
import java.time.Instant;

/** Lets through a burst at once and a rate in the long run; a pure counter of thousandths, moved by the given time. */
final class TokenBucket {

    private final long perSecond;
    private final long capacityMillis;
    private long millitokens;
    private Instant filledAt;

    TokenBucket(int perSecond, int burst, Instant now) {
        this.perSecond = perSecond;
        this.capacityMillis = burst * 1000L;
        this.millitokens = capacityMillis;
        this.filledAt = now;
    }

    /** Takes one; 0 if there was one, else the whole seconds after which to try again. */
    synchronized long take(Instant now) {
        long elapsedMillis = Math.max(0, Duration.between(filledAt, now).toMillis());
        if (elapsedMillis > 0) {
            long most = capacityMillis / perSecond + 1; // beyond this it is full anyway; avoids overflow
            millitokens = Math.min(capacityMillis, millitokens + Math.min(elapsedMillis, most) * perSecond);
            filledAt = now;
        }
        if (millitokens >= 1000) {
            millitokens -= 1000;
            return 0;
        }
        return Math.max(1, Math.ceilDiv(1000 - millitokens, perSecond * 1000));
    }
}
