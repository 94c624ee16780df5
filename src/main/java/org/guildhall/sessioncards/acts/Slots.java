package org.guildhall.sessioncards.acts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.guildhall.kernel.StaffId;
import org.guildhall.kernel.UnitId;
import org.guildhall.sessioncards.RotaView;
import org.guildhall.sessioncards.SlotQuery;
import org.guildhall.sessioncards.SlotView;
import org.guildhall.sessioncards.rules.Diary;
import org.springframework.stereotype.Component;

/** Tells at which times of a day a service can be booked, a quarter of an hour apart. */
@Component
class Slots {

    private static final Duration STEP = Duration.ofMinutes(15);

    private final RotaStore rota;
    private final RotaBook people;
    private final Appointing appointing;
    private final Surroundings surroundings;

    Slots(RotaStore rota, RotaBook people, Appointing appointing, Surroundings surroundings) {
        this.rota = rota;
        this.people = people;
        this.appointing = appointing;
        this.surroundings = surroundings;
    }

    List<SlotView> of(SlotQuery query, Instant now) {
        var service = appointing.service(query.service());
        var store = new UnitId(query.store());
        var diary = rota.diary(store, query.day(), null, null);
        var names = people.names(diary.duties().stream()
                .map(duty -> new StaffId(duty.staff()))
                .distinct()
                .toList());
        var rooms = rota.places(store).stream()
                .collect(Collectors.toMap(
                        RotaView.Place::id, place -> place.details().name()));
        var slots = new ArrayList<SlotView>();
        for (var start : starts(query, diary, now)) {
            var span = appointing.span(start, service.getMinutes());
            boolean open = diary.open().stream().anyMatch(hours -> hours.holds(span));
            var staff = diary.freeStaff(span).stream().map(StaffId::new).toList();
            var free = diary.freeRooms(span);
            if (open && !(service.getNeedsStaff() && staff.isEmpty()) && !(service.getNeedsPlace() && free.isEmpty())) {
                slots.add(new SlotView(
                        start,
                        service.getNeedsStaff()
                                ? staff.stream()
                                        .map(one -> new SlotView.Person(one, names.getOrDefault(one, "")))
                                        .toList()
                                : List.of(),
                        service.getNeedsPlace()
                                ? free.stream()
                                        .map(one -> new SlotView.Spot(one, rooms.getOrDefault(one, "")))
                                        .toList()
                                : List.of()));
            }
        }
        return slots;
    }

    private List<Instant> starts(SlotQuery query, Diary diary, Instant now) {
        var zone = surroundings.time().zone();
        var starts = new TreeSet<Instant>();
        for (var hours : diary.open()) {
            var end = query.day().atTime(hours.to()).atZone(zone).toInstant();
            for (var at = query.day().atTime(hours.from()).atZone(zone).toInstant();
                    at.isBefore(end);
                    at = at.plus(STEP)) {
                if (!at.isBefore(now)) {
                    starts.add(at);
                }
            }
        }
        return List.copyOf(starts);
    }
}
