package org.guildhall.sessioncards.rules;

import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.guildhall.sessioncards.SessionCardRefusal;
import org.guildhall.sessioncards.SessionCardRefusal.Taken;
import org.jspecify.annotations.Nullable;

/**
 * A day of a store: when it is open, who serves when, which places it has, and what is booked. Says who and what is free; that
 * nobody is booked twice all the same is for the database to guard.
 */
public record Diary(List<Hours> open, List<Duty> duties, List<Room> rooms, List<Booked> booked) {

    /** Copies the lists. */
    public Diary {
        open = List.copyOf(open);
        duties = List.copyOf(duties);
        rooms = List.copyOf(rooms);
        booked = List.copyOf(booked);
    }

    /** From one time of the day to another. */
    public record Hours(LocalTime from, LocalTime to) {

        /** Whether the time lies within. */
        public boolean holds(Span span) {
            return span.from.isBefore(span.to) && !span.from.isBefore(from) && !span.to.isAfter(to);
        }
    }

    /** When somebody serves. */
    public record Duty(UUID staff, Hours hours) {}

    /** A place and how many sessions it takes at once. */
    public record Room(UUID id, int capacity) {}

    /** A session that takes place, with what it takes. */
    public record Booked(
            UUID member,
            @Nullable UUID staff,
            @Nullable UUID room,
            @Nullable Integer seat,
            Instant from,
            Instant to) {}

    /** A time of the day, on the clock and as instants; the end is exclusive. */
    public record Span(LocalTime from, LocalTime to, Instant starts, Instant ends) {

        boolean meets(Booked other) {
            return starts.isBefore(other.to) && other.from.isBefore(ends);
        }
    }

    /** What is asked for: who and which, where somebody minds. */
    public record Wish(
            UUID member,
            boolean needsStaff,
            boolean needsRoom,
            @Nullable UUID staff,
            @Nullable UUID room) {}

    /** What a booking takes. */
    public record Fit(
            @Nullable UUID staff,
            @Nullable UUID room,
            @Nullable Integer seat) {}

    /** The outcome of looking. */
    public sealed interface Answer {

        /** It fits like this. */
        record Fits(Fit fit) implements Answer {}

        /** It does not. */
        record No(SessionCardRefusal reason) implements Answer {}
    }

    /** Whether it can be booked then, and with whom and where: who and which stands first, if nobody minds. */
    public Answer find(Span span, Wish wish) {
        if (open.stream().noneMatch(hours -> hours.holds(span))) {
            return new Answer.No(new SessionCardRefusal.StoreClosed(span.starts));
        }
        if (booked.stream().anyMatch(other -> other.member.equals(wish.member) && span.meets(other))) {
            return new Answer.No(new SessionCardRefusal.SlotTaken(Taken.MEMBER));
        }
        UUID staff = null;
        if (wish.needsStaff) {
            if (wish.staff != null && !serves(wish.staff, span)) {
                return new Answer.No(new SessionCardRefusal.StaffNotThere(wish.staff));
            }
            staff = freeStaff(span).stream()
                    .filter(one -> wish.staff == null || wish.staff.equals(one))
                    .findFirst()
                    .orElse(null);
            if (staff == null) {
                return new Answer.No(new SessionCardRefusal.SlotTaken(Taken.STAFF));
            }
        }
        if (!wish.needsRoom) {
            return new Answer.Fits(new Fit(staff, null, null));
        }
        for (var room : rooms) {
            if (wish.room == null || wish.room.equals(room.id)) {
                var seat = freeSeat(room, span);
                if (seat != null) {
                    return new Answer.Fits(new Fit(staff, room.id, seat));
                }
            }
        }
        return new Answer.No(new SessionCardRefusal.SlotTaken(Taken.PLACE));
    }

    /** Who serves and is free then, in the order of the rota. */
    public List<UUID> freeStaff(Span span) {
        return duties.stream()
                .filter(duty -> duty.hours.holds(span))
                .map(Duty::staff)
                .distinct()
                .filter(staff -> booked.stream().noneMatch(other -> staff.equals(other.staff) && span.meets(other)))
                .toList();
    }

    /** Which places have a free seat then. */
    public List<UUID> freeRooms(Span span) {
        var free = new ArrayList<UUID>();
        for (var room : rooms) {
            if (freeSeat(room, span) != null) {
                free.add(room.id);
            }
        }
        return free;
    }

    private boolean serves(UUID staff, Span span) {
        return duties.stream().anyMatch(duty -> duty.staff.equals(staff) && duty.hours.holds(span));
    }

    private @Nullable Integer freeSeat(Room room, Span span) {
        return IntStream.rangeClosed(1, room.capacity)
                .boxed()
                .filter(seat -> booked.stream()
                        .noneMatch(other -> room.id.equals(other.room) && seat.equals(other.seat) && span.meets(other)))
                .findFirst()
                .orElse(null);
    }
}
