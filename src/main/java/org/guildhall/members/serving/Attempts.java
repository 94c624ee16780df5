package org.guildhall.members.serving;

import static org.guildhall.jooq.members.Tables.IDENTIFICATION_ATTEMPT;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Refusal;
import org.guildhall.members.MemberRefusal;
import org.guildhall.members.ServedMember;
import org.guildhall.platform.GuessedCodes;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the counter from being a directory: who has tried too many numbers that nobody has waits, and so does who has looked up
 * more members of other stores than stand at a counter, since numbers that follow one another can be counted through.
 */
@Component
class Attempts {

    private static final Duration WAIT = Duration.ofMinutes(15);
    private static final int NOBODY = 10;
    private static final int OTHERS = 40;
    private static final MemberRefusal TOO_MANY =
            new MemberRefusal.TooManyIdentified((int) WAIT.toMinutes(), WAIT.toSeconds());
    private static final GuessedCodes.Limit LIMIT = new GuessedCodes.Limit(NOBODY, WAIT, TOO_MANY, reason -> false);

    private final GuessedCodes guesses;
    private final ServingStore store;
    private final BusinessTime time;

    Attempts(DSLContext sql, ServingStore store, BusinessTime time, TransactionTemplate transaction) {
        var attempts = new GuessedCodes.Attempts(
                IDENTIFICATION_ATTEMPT,
                IDENTIFICATION_ATTEMPT.ACTOR,
                IDENTIFICATION_ATTEMPT.ATTEMPT_ID,
                IDENTIFICATION_ATTEMPT.TRIED_AT);
        this.guesses = new GuessedCodes(sql, attempts, time, transaction);
        this.store = store;
        this.time = time;
    }

    /** Whom a search finds, outside every transaction; refused after too many that found nobody. */
    List<ServedMember> seeking(String actor, Supplier<List<ServedMember>> search) {
        return guesses.seeking(actor, LIMIT, search, List::isEmpty);
    }

    /** Refuses to begin to serve one more where too many others were begun with. */
    void requireFew(String actor) {
        if (store.begun(actor, time.now().minus(WAIT)) >= OTHERS) {
            throw Refusal.of(TOO_MANY);
        }
    }
}
