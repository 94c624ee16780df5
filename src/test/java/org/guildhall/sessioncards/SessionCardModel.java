package org.guildhall.sessioncards;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A plain model of one card's massages: how many are left, what was booked, and what the next act should say. */
final class SessionCardModel {

    private static final String DONE = "done";
    private static final int MOST_OPEN = 5;
    private static final int MOST_REACTIVATED = 10;
    private static final Duration FREE = Duration.ofHours(24);
    private static final Duration WAITED = Duration.ofMinutes(30);

    final UUID card;
    final List<Use> uses = new ArrayList<>();
    final List<Booked> bookings = new ArrayList<>();

    @Nullable
    LocalDate lastDay;

    boolean refunded;
    boolean extended;
    int reactivated;

    SessionCardModel(UUID card) {
        this.card = card;
    }

    /** A session that was taken, as long as it stands. */
    static final class Use {
        final UUID fact;
        final boolean begins;
        boolean back;

        Use(UUID fact, boolean begins) {
            this.fact = fact;
            this.begins = begins;
        }
    }

    /** A booking and its end. */
    static final class Booked {
        final UUID id;
        Instant start;
        String state = "booked";

        Booked(UUID id, Instant start) {
            this.id = id;
            this.start = start;
        }
    }

    int used() {
        return (int) uses.stream().filter(use -> !use.back).count();
    }

    int held() {
        return (int) bookings.stream().filter(one -> one.state.equals("booked")).count();
    }

    int left() {
        return refunded ? 0 : SessionCardsGround.MASSAGES - used() - held();
    }

    private @Nullable String usable(LocalDate day) {
        if (refunded) {
            return "sessioncards.card-refunded";
        }
        return lastDay != null && day.isAfter(lastDay) ? "sessioncards.card-over" : null;
    }

    String use(LocalDate day) {
        var no = usable(day);
        if (no != null) {
            return no;
        }
        return left() == 0 ? "sessioncards.nothing-left" : DONE;
    }

    String book(LocalDate day) {
        var no = usable(day);
        if (no != null) {
            return no;
        }
        if (held() >= MOST_OPEN) {
            return "sessioncards.too-many-bookings";
        }
        return left() == 0 ? "sessioncards.nothing-left" : DONE;
    }

    String reverse(Use use) {
        if (refunded) {
            return "sessioncards.card-refunded";
        }
        if (use.back) {
            return "sessioncards.reversed-already";
        }
        use.back = true;
        if (!extended && uses.stream().noneMatch(one -> one.begins && !one.back)) {
            lastDay = null;
        }
        return DONE;
    }

    String reactivate(LocalDate today) {
        if (refunded) {
            return "sessioncards.card-refunded";
        }
        if (lastDay == null || !today.isAfter(lastDay)) {
            return "sessioncards.not-over";
        }
        if (reactivated >= MOST_REACTIVATED) {
            return "sessioncards.reactivated-often";
        }
        reactivated++;
        extended = true;
        lastDay = today.plusDays(365);
        return DONE;
    }

    String cancel(Booked booking, Instant now) {
        if (!booking.state.equals("booked")) {
            return "sessioncards.booking-ended";
        }
        if (!now.isBefore(booking.start)) {
            return "sessioncards.has-begun";
        }
        booking.state = now.isAfter(booking.start.minus(FREE)) ? "late-cancelled" : "cancelled";
        return DONE;
    }

    String checkIn(Booked booking, boolean itsDay) {
        if (!booking.state.equals("booked")) {
            return "sessioncards.booking-ended";
        }
        if (!itsDay) {
            return "sessioncards.not-its-day";
        }
        booking.state = "attended";
        return DONE;
    }

    String noShow(Booked booking, Instant now) {
        if (!booking.state.equals("booked")) {
            return "sessioncards.booking-ended";
        }
        if (now.isBefore(booking.start.plus(WAITED))) {
            return "sessioncards.still-waited-for";
        }
        booking.state = "no-show";
        return DONE;
    }

    String refund() {
        if (refunded) {
            return "sessioncards.card-refunded";
        }
        if (held() > 0) {
            return "sessioncards.open-bookings";
        }
        refunded = true;
        return DONE;
    }
}
