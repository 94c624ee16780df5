package org.guildhall.ledger.allocation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.kernel.BusinessTime;

/** All events of an account and what is booked for them. */
public record History(List<Event> events, Map<Line, Long> booked) {

    /** How much of what a posting spent was not given back since. */
    long out(UUID spend) {
        long out = 0;
        for (var event : events) {
            switch (event.act()) {
                case Act.Moved(org.guildhall.ledger.Movement.Spend spent)
                when event.posting().equals(spend) -> out = Math.addExact(out, spent.amount());
                case Act.RestoredPart(var asset, var of, var amount) when of.equals(spend) -> out -= amount;
                case Act.Restored(var asset, var of)
                when of.equals(spend) -> {
                    return 0;
                }
                default -> {}
            }
        }
        return out;
    }

    /** The history with further events, and with these corrections booked. */
    History with(List<Event> more, Map<Line, Long> booked) {
        var all = new ArrayList<Event>(events.size() + more.size());
        all.addAll(events);
        all.addAll(more);
        return new History(all, booked);
    }

    /** The booked lines after corrections about the given events. */
    Map<Line, Long> bookedWith(List<Event> more, List<Correction> corrections) {
        var lines = new HashMap<>(booked);
        for (var correction : corrections) {
            var part = correction.part();
            var family = Family.of(correction.about(), more, part.contra());
            lines.merge(new Line(family, part.lot(), part.contra()), part.amount(), Math::addExact);
        }
        return lines;
    }

    /** What has to be booked so that the lines stand as they should; attributed to the posting at hand where it is its own. */
    List<Correction> corrections(Map<Line, Long> wanted, List<Event> atHand, BusinessTime time) {
        var differences = new LinkedHashMap<>(wanted);
        booked.forEach((line, amount) -> differences.merge(line, -amount, Math::addExact));
        differences.values().removeIf(amount -> amount == 0);
        if (differences.isEmpty()) {
            return List.of();
        }
        var abouts = abouts(atHand, time);
        var corrections = new LinkedHashMap<Place, Long>();
        differences.forEach((line, amount) -> {
            var about = java.util.Objects.requireNonNull(abouts.get(line.family()), "a line without its events");
            corrections.merge(new Place(about, line), amount, Math::addExact);
        });
        var result = new ArrayList<Correction>();
        corrections.forEach((place, amount) -> {
            if (amount != 0) {
                var part = new Part(place.line.lot(), place.line.contra(), amount);
                result.add(new Correction(place.about.posting, place.about.at, part));
            }
        });
        return result;
    }

    private Map<Family, About> abouts(List<Event> atHand, BusinessTime time) {
        var abouts = new HashMap<Family, About>();
        for (var event : events) {
            abouts.putIfAbsent(Family.of(event), About.of(event, time));
        }
        for (var event : atHand) {
            abouts.put(Family.of(event), About.of(event, time));
        }
        return abouts;
    }

    private record About(UUID posting, Instant at) {
        static About of(Event event, BusinessTime time) {
            return new About(
                    event.posting(),
                    event.act() instanceof Act.Lapsed lapsed ? time.startOf(lapsed.expiresOn()) : event.occurredAt());
        }
    }

    private record Place(About about, Line line) {}
}
