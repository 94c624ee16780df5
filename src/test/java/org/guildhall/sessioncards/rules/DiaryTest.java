package org.guildhall.sessioncards.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.guildhall.sessioncards.SessionCardRefusal;
import org.guildhall.sessioncards.SessionCardRefusal.Taken;
import org.guildhall.sessioncards.rules.Diary.Answer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Two people from nine to five, a room for two; the store is open until six. */
class DiaryTest {

    private static final ZoneId ZONE = ZoneOffset.UTC;
    private static final UUID LI = new UUID(0, 1);
    private static final UUID WU = new UUID(0, 2);
    private static final UUID ROOM = new UUID(0, 3);
    private static final UUID MEMBER = new UUID(0, 4);

    @Test
    void whoever_stands_first_is_taken_where_nobody_minds() {
        assertThat(find(diary(), "10:00", null)).isEqualTo(fits(LI, 1));
        assertThat(find(diary(taken(LI, 1, "09:30")), "10:00", null)).isEqualTo(fits(WU, 2));
        assertThat(find(diary(taken(LI, 1, "09:00")), "10:00", null))
                .as("one ends as the next begins")
                .isEqualTo(fits(LI, 1));
    }

    @Test
    void who_is_asked_for_and_is_taken_is_not_replaced() {
        assertThat(find(diary(taken(LI, 1, "09:30")), "10:00", LI)).isEqualTo(no(Taken.STAFF));
        assertThat(find(diary(), "17:00", LI)).isEqualTo(new Answer.No(new SessionCardRefusal.StaffNotThere(LI)));
    }

    @Test
    void a_room_takes_as_many_as_it_holds() {
        var other = new Diary.Booked(new UUID(0, 9), null, ROOM, 2, at("10:30"), at("11:30"));
        assertThat(find(diary(taken(LI, 1, "09:30"), other), "10:00", null)).isEqualTo(no(Taken.PLACE));
    }

    @Test
    void nobody_is_in_two_places_and_nothing_is_booked_outside_the_hours() {
        var own = new Diary.Booked(MEMBER, null, null, null, at("10:30"), at("11:00"));
        assertThat(find(diary(own), "10:00", null)).isEqualTo(no(Taken.MEMBER));
        assertThat(find(diary(), "08:30", null)).isInstanceOf(Answer.No.class);
        assertThat(find(diary(), "17:30", null))
                .isEqualTo(new Answer.No(new SessionCardRefusal.StoreClosed(at("17:30"))));
        assertThat(find(diary(), "23:30", null)).as("over midnight").isInstanceOf(Answer.No.class);
    }

    private static Answer find(Diary diary, String from, @Nullable UUID staff) {
        var starts = at(from);
        var ends = starts.plus(Duration.ofHours(1));
        var span = new Diary.Span(LocalTime.parse(from), ends.atZone(ZONE).toLocalTime(), starts, ends);
        return diary.find(span, new Diary.Wish(MEMBER, true, true, staff, null));
    }

    private static Diary diary(Diary.Booked... booked) {
        var duty = new Diary.Hours(LocalTime.of(9, 0), LocalTime.of(17, 0));
        return new Diary(
                List.of(new Diary.Hours(LocalTime.of(9, 0), LocalTime.of(18, 0))),
                List.of(new Diary.Duty(LI, duty), new Diary.Duty(WU, duty)),
                List.of(new Diary.Room(ROOM, 2)),
                List.of(booked));
    }

    private static Diary.Booked taken(UUID staff, int seat, String from) {
        return new Diary.Booked(new UUID(0, 8), staff, ROOM, seat, at(from), at(from).plus(Duration.ofHours(1)));
    }

    private static Answer fits(UUID staff, int seat) {
        return new Answer.Fits(new Diary.Fit(staff, ROOM, seat));
    }

    private static Answer no(Taken what) {
        return new Answer.No(new SessionCardRefusal.SlotTaken(what));
    }

    private static Instant at(String clock) {
        return Instant.parse("2026-03-02T" + clock + ":00Z");
    }
}
