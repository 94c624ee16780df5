package org.guildhall.demo;

import java.time.LocalDate;
import java.util.List;
import org.guildhall.demo.people.People;
import org.guildhall.demo.trade.Visit;

/** One member of the story: who it is, when and where the member joined, and everything bought since. */
record MemberSketch(int index, People.Sketch person, LocalDate joinedOn, int store, List<Visit> visits) {

    /** The member's number on the card. */
    String number() {
        return "QW%06d".formatted(index + 1);
    }
}
