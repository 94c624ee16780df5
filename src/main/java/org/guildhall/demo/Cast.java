package org.guildhall.demo;

import java.util.List;
import org.guildhall.access.Organisation;
import org.guildhall.access.StaffDirectory;
import org.guildhall.demo.people.Place;
import org.guildhall.kernel.StaffId;
import org.guildhall.kernel.UnitId;

/** The stores and the people of the story, found by their codes and log-in names. */
record Cast(List<UnitId> stores, List<StaffId> cashiers, List<StaffId> advisers) {

    /** The stores with where their members live; shares are out of a thousand. */
    static final List<Place> PLACES = List.of(
            new Place("SH01", "上海", "徐汇区", "310104", 340),
            new Place("HZ01", "杭州", "上城区", "330102", 240),
            new Place("GZ01", "广州", "天河区", "440106", 230),
            new Place("SZ01", "深圳", "南山区", "440305", 190));

    static Cast of(Organisation organisation, StaffDirectory staff) {
        var stores = PLACES.stream()
                .map(place -> organisation.byCode(place.store()).orElseThrow().id())
                .toList();
        return new Cast(
                stores,
                people(staff, List.of("store1", "store2", "store3", "store4")),
                people(staff, List.of("acq", "acq2", "service", "service2")));
    }

    private static List<StaffId> people(StaffDirectory staff, List<String> usernames) {
        return usernames.stream()
                .map(username -> staff.byUsername(username).orElseThrow())
                .toList();
    }
}
