package org.guildhall.demo;

import java.util.List;
import java.util.Objects;
import org.guildhall.access.Organisation;
import org.guildhall.access.StaffDirectory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells the parts of the story in their order, each within the caller's transaction. */
@Component
class Telling {

    private final Founding founding;
    private final Rules rules;
    private final Enrolment enrolment;
    private final Trading trading;
    private final Promises promises;
    private final Desks desks;
    private final Rewarding rewarding;
    private final Organisation organisation;
    private final StaffDirectory staff;

    Telling(
            Founding founding,
            Rules rules,
            Enrolment enrolment,
            Trading trading,
            Promises promises,
            Desks desks,
            Rewarding rewarding,
            Organisation organisation,
            StaffDirectory staff) {
        this.founding = founding;
        this.rules = rules;
        this.enrolment = enrolment;
        this.trading = trading;
        this.promises = promises;
        this.desks = desks;
        this.rewarding = rewarding;
        this.organisation = organisation;
        this.staff = staff;
    }

    /** What points buy, and who redeemed it. */
    @Component
    record Rewarding(Cupboard cupboard, Gifts gifts, TransactionTemplate transaction) {}

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

    /** What members redeemed lately: each order in a transaction of its own, after everything else is told. */
    void gifts(DemoStory story) {
        var stores = Cast.of(organisation, staff).stores();
        var onSale = rewarding.transaction.execute(status -> rewarding.cupboard.fill(story, stores));
        rewarding.gifts.redeem(story, Objects.requireNonNull(onSale));
    }
}
