package org.guildhall.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test moves it. */
public final class MovableClock extends Clock {

    /** Where every test starts: ten in the morning in Shanghai. */
    public static final Instant START = Instant.parse("2026-03-02T02:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);

    /** Moves to an instant. */
    public void moveTo(Instant instant) {
        now.set(instant);
    }

    /** Moves ahead. */
    public void advance(Duration duration) {
        now.updateAndGet(instant -> instant.plus(duration));
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }

    @Override
    public Instant instant() {
        return now.get();
    }
}
