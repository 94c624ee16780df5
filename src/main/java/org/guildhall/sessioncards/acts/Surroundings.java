package org.guildhall.sessioncards.acts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Refusal;
import org.guildhall.platform.RetriedTransaction;
import org.guildhall.policies.InForce;
import org.guildhall.policies.Policies;
import org.guildhall.sessioncards.Confirmation;
import org.guildhall.sessioncards.SessionCardPolicy;
import org.guildhall.sessioncards.SessionCardRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who acts, when, under which rules, in which transaction. */
@Component
record Surroundings(Reach reach, BusinessTime time, RetriedTransaction transaction, Policies policies) {

    /** An exclusion constraint found the time taken. */
    private static final String OVERLAP = "23P01";

    /** The instant of an act: the given one, or now. */
    Instant at(@Nullable Instant as) {
        return as == null ? time.now() : as;
    }

    /** The rules on a day. */
    InForce<SessionCardPolicy> rules(LocalDate day) {
        return policies.inForce(SessionCardPolicy.KIND, day);
    }

    /** The rules a card was sold under: what is published later, even for the same day, does not change a card already sold. */
    InForce<SessionCardPolicy> terms(Opened card) {
        return policies.version(SessionCardPolicy.KIND, card.card().getVersion());
    }

    /** Refuses a use of which nobody says how the member confirmed it, where the rules of the day ask for that. */
    void requireConfirmed(@Nullable Confirmation confirmed, LocalDate day) {
        var rules = rules(day);
        if (rules.policy().uses().confirmed() && confirmed == null) {
            throw Refusal.of(new SessionCardRefusal.NotConfirmed(rules.clause()));
        }
    }

    /** Refuses anybody but the machine, and the future. */
    void requireFounding(Instant at) {
        if (!(reach.access().actor() instanceof Actor.Machine) || at.isAfter(time.now())) {
            throw new IllegalStateException("only the machine tells of the past, and of nothing else");
        }
    }

    /** Once more after a deadlock, when the same key was just taken, or the same time: what was taken is seen then. */
    <T> T inTransaction(Supplier<T> work) {
        return transaction.get(work, state -> state.passes() || state.code().equals(OVERLAP));
    }
}
