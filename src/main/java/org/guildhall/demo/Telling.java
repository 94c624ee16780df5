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

    private final House house;
    private final Life life;
    private final Desks desks;
    private final Rewarding rewarding;

    Telling(House house, Life life, Desks desks, Rewarding rewarding) {
        this.house = house;
        this.life = life;
        this.desks = desks;
        this.rewarding = rewarding;
    }

    /** The company and its rules. */
    @Component
    record House(Founding founding, Rules rules, Organisation organisation, StaffDirectory staff) {}

    /** What members do, from joining on. */
    @Component
    record Life(Enrolment enrolment, Trading trading, Promises promises) {}

    /** What points buy and who redeemed it, and who paid in beforehand. */
    @Component
    record Rewarding(Cupboard cupboard, Gifts gifts, Wallets wallets, TransactionTemplate transaction) {}

    /** The company, its people and the rules it has lived by. */
    void found(DemoStory story) {
        house.founding.found(story);
        house.rules.establish(story);
    }

    /** Some members with everything they did. */
    void chapter(DemoStory story, List<MemberSketch> sketches) {
        var cast = Cast.of(house.organisation, house.staff);
        var ids = life.enrolment.enrol(story, cast, sketches);
        life.trading.record(story, cast, sketches, ids);
        life.promises.record(story, sketches, ids);
        life.enrolment.moveOn(story, sketches, ids);
    }

    /** What lies on the desks today. */
    void finish(DemoStory story) {
        house.rules.draft();
        desks.lists();
        desks.files(story);
    }

    /** What members redeemed lately: each order in a transaction of its own, after everything else is told. */
    void gifts(DemoStory story) {
        var stores = Cast.of(house.organisation, house.staff).stores();
        var onSale = rewarding.transaction.execute(status -> rewarding.cupboard.fill(story, stores));
        rewarding.gifts.redeem(story, Objects.requireNonNull(onSale));
    }

    /** What members paid in beforehand, and what became of it. */
    void wallets(DemoStory story) {
        rewarding.wallets.fill(story);
    }
}
