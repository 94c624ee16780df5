package org.guildhall.demo;

import java.util.List;
import org.guildhall.access.Organisation;
import org.guildhall.access.StaffDirectory;
import org.springframework.stereotype.Component;

/** Tells the parts of the story in their order, each within the caller's transaction. */
@Component
class Telling {

    private final Founding founding;
    private final Rules rules;
    private final Enrolment enrolment;
    private final Trading trading;
    private final Promises promises;
    private final Desks desks;
    private final Organisation organisation;
    private final StaffDirectory staff;

    Telling(
            Founding founding,
            Rules rules,
            Enrolment enrolment,
            Trading trading,
            Promises promises,
            Desks desks,
            Organisation organisation,
            StaffDirectory staff) {
        this.founding = founding;
        this.rules = rules;
        this.enrolment = enrolment;
        this.trading = trading;
        this.promises = promises;
        this.desks = desks;
        this.organisation = organisation;
        this.staff = staff;
    }

    /** The company, its people and the rules it has lived by. */
    void found(DemoStory story) {
        founding.found(story);
        rules.establish(story);
    }

    /** Some members with everything they did. */
    void chapter(DemoStory story, List<MemberSketch> sketches) {
        var cast = Cast.of(organisation, staff);
        var ids = enrolment.enrol(story, cast, sketches);
        trading.record(story, cast, sketches, ids);
        promises.record(story, sketches, ids);
        enrolment.moveOn(story, sketches, ids);
    }

    /** What lies on the desks today. */
    void finish(DemoStory story) {
        rules.draft();
        desks.lists();
        desks.files(story);
    }
}
