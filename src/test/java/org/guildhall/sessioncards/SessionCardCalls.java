package org.guildhall.sessioncards;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.sessioncards.SessionCardsGround.House;
import org.guildhall.testing.MovableClock;

/** What the stories about session cards send. */
final class SessionCardCalls {

    static final String CARDS = "/api/session-cards";
    static final String BOOKINGS = "/api/session-bookings";
    static final String LAW = "sessioncards.counts-are-facts";

    private SessionCardCalls() {}

    /** What happens so much later; the clock is put back then. */
    static void later(MovableClock clock, Duration by, Runnable then) {
        var start = clock.instant();
        clock.advance(by);
        try {
            then.run();
        } finally {
            clock.moveTo(start);
        }
    }

    static Map<String, Object> sale(MemberId member, House at) {
        return Map.of(
                "member",
                member,
                "product",
                at.product().id(),
                "store",
                at.store(),
                "price",
                at.product().details().price(),
                "method",
                "card");
    }

    static Map<String, Object> use(House at) {
        return Map.of("service", at.massage(), "store", at.store(), "confirmed", "signature");
    }

    static Map<String, Object> book(House at, UUID card, Instant start) {
        return new HashMap<>(Map.of("card", card, "service", at.massage(), "store", at.store(), "startsAt", start));
    }

    static Map<String, Object> ground(String why) {
        return Map.of("ground", why, "hadBefore", false);
    }

    static Map<String, Object> move(String state, int revision) {
        return Map.of("state", state, "expectedRevision", revision);
    }

    static Money fen(long fen) {
        return Money.cny(fen);
    }
}
