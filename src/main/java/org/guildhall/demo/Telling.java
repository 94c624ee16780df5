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
    private final Asking asking;
    private final Rewarding rewarding;

    Telling(House house, Life life, Asking asking, Rewarding rewarding) {
        this.house = house;
        this.life = life;
        this.asking = asking;
        this.rewarding = rewarding;
    }

    /** The company and its rules. */
    @Component
    record House(Founding founding, Rules rules, Organisation organisation, StaffDirectory staff) {}

    /** What members do, from joining on. */
    @Component
    record Life(Enrolment enrolment, Trading trading, Greetings greetings, Promises promises) {}

    /** What points buy and who redeemed it, who paid in beforehand, and what was sold over the counter. */
    @Component
    record Rewarding(
            Cupboard cupboard,
            Gifts gifts,
            Wallets wallets,
            Counters counters,
            Privileges privileges,
            Recommending recommending,
            Raffles raffles,
            Sittings sittings,
            YearCards yearCards,
            Notices notices,
            TransactionTemplate transaction) {}

    /** What is asked for outside the rules. */
    @Component
    record Asking(Desks desks, Exceptions exceptions, Bookkeeping books) {}

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
        life.greetings.record(story, cast, sketches, ids);
        life.promises.record(story, sketches, ids);
        life.enrolment.moveOn(story, sketches, ids);
    }

    /** What lies on the desks today. */
    void finish(DemoStory story) {
        house.rules.draft();
        asking.desks.lists();
        asking.desks.files(story);
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

    /** What members were told. */
    void notices(DemoStory story) {
        rewarding.notices.tell(story);
    }

    /** What was sold over the counters lately, what came back, and who drew in lotteries. */
    void counters(DemoStory story) {
        rewarding.counters.sell(story);
        rewarding.raffles.draw(story, Cast.of(house.organisation, house.staff));
    }

    /** What members were given beside their tiers, what they used of their benefits, and who came with session cards. */
    void benefits(DemoStory story) {
        rewarding.privileges.tell(story);
        rewarding.sittings.tell(story);
        rewarding.yearCards.tell(story);
    }

    /** What purchases brought back, to buyers and to who recommended them. */
    void rebates(DemoStory story) {
        rewarding.recommending.tell(story);
    }

    /** What the draft on the desk would have meant, once everything else is told. */
    void simulation() {
        house.rules.simulate();
    }

    /** Last month's books are closed. */
    void closing() {
        asking.books.close();
    }

    /** What was asked for single members, in transactions of their own. */
    void exceptions(DemoStory story) {
        asking.exceptions.ask(story);
    }
}
