package org.guildhall.loyalty.replay;

import java.time.LocalDate;
import org.guildhall.kernel.UnitId;
import org.guildhall.loyalty.earning.Earned;
import org.guildhall.loyalty.earning.Setting;
import org.guildhall.loyalty.occasions.Judged;
import org.jspecify.annotations.Nullable;

/** A fact that earns in the course of a replay: its day, the rules of it, and what is left of what it earned. */
abstract sealed class Position {

    final LocalDate day;
    final Chapter chapter;
    Earned kept;

    private Position(LocalDate day, Chapter chapter, Earned earned) {
        this.day = day;
        this.chapter = chapter;
        kept = earned;
    }

    /** The version of the policy that decided what it earned. */
    abstract int version();

    /** Where it happened, if that is known. */
    abstract @Nullable UnitId store();

    /** Whether it carries on points that end without activity. */
    abstract boolean isActivity();

    /** A purchase: its circumstances, what is left of it and what that still earns. */
    static final class OfPurchase extends Position {

        final Bought bought;
        final Setting setting;
        final Remainder remainder;

        OfPurchase(Bought bought, LocalDate day, Chapter chapter, Setting setting) {
            this(bought, day, chapter, setting, new Remainder(bought.fact()));
        }

        private OfPurchase(Bought bought, LocalDate day, Chapter chapter, Setting setting, Remainder remainder) {
            super(day, chapter, chapter.earning().earn(remainder.basket(), setting));
            this.bought = bought;
            this.setting = setting;
            this.remainder = remainder;
        }

        @Override
        int version() {
            return chapter.earning().inForce().version();
        }

        @Override
        @Nullable
        UnitId store() {
            return bought.fact().store();
        }

        @Override
        boolean isActivity() {
            return !remainder.isGone();
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

    /** An occasion, which is left whole or not at all; it carries no other points on. */
    static final class OfOccasion extends Position {

        final Judged judged;

        OfOccasion(Judged judged, Chapter chapter) {
            super(judged.day(), chapter, new Earned(judged.points(), judged.growth()));
            this.judged = judged;
        }

        @Override
        int version() {
            return chapter.occasions().version();
        }

        @Override
        @Nullable
        UnitId store() {
            return judged.fact().store();
        }

        @Override
        boolean isActivity() {
            return false;
        }
    }
}
