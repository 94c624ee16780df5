package org.guildhall.ledger.allocation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Which lots were carried to a later expiry, in order of time. */
final class Carries {

    private final List<Carry> carries = new ArrayList<>(0);

    private record Carry(LocalDate from, LocalDate to) {}

    void add(LocalDate from, LocalDate to) {
        carries.add(new Carry(from, to));
    }

    /** How many there were so far. */
    int count() {
        return carries.size();
    }

    /** Where what was in a lot when there had been {@code carried} of them is now. */
    LocalDate homeOf(LocalDate lot, int carried) {
        var home = lot;
        for (var carry : carries.subList(carried, carries.size())) {
            home = carry.from.equals(home) ? carry.to : home;
        }
        return home;
    }

    /** The lot and every lot it was carried to. */
    List<LocalDate> homesOf(LocalDate lot) {
        if (carries.isEmpty()) {
            return List.of(lot);
        }
        var homes = new ArrayList<LocalDate>();
        homes.add(lot);
        for (var carry : carries) {
            if (homes.contains(carry.from) && !homes.contains(carry.to)) {
                homes.add(carry.to);
            }
        }
        return homes;
    }
}
