package org.guildhall.loyalty.replay;

import java.time.LocalDate;
import org.guildhall.loyalty.earning.Earned;
import org.guildhall.loyalty.earning.Setting;

/** One purchase in the course of a replay: its circumstances, what is left of it and what that still earns. */
final class Position {

    final Bought bought;
    final LocalDate day;
    final Chapter chapter;
    final Setting setting;
    final Remainder remainder;
    final Earned earned;
    Earned kept;

    Position(Bought bought, LocalDate day, Chapter chapter, Setting setting) {
        this.bought = bought;
        this.day = day;
        this.chapter = chapter;
        this.setting = setting;
        remainder = new Remainder(bought.fact());
        earned = chapter.earning().earn(remainder.basket(), setting);
        kept = earned;
    }

    /** What is left is worth, in the smallest unit of the base currency. */
    long spend() {
        return chapter.earning()
                .exchange()
                .minorValue(remainder.total(), bought.fact().total().currency());
    }

    /** What is left would have earned under the same circumstances; never more than before. */
    Earned earnedByRest() {
        if (remainder.isGone()) {
            return Earned.NOTHING;
        }
        var rest = chapter.earning().earn(remainder.basket(), setting);
        return new Earned(Math.min(kept.points(), rest.points()), Math.min(kept.growth(), rest.growth()));
    }
}
