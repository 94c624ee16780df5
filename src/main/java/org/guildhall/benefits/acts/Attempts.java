package org.guildhall.benefits.acts;

import static org.guildhall.jooq.benefits.Tables.CODE_ATTEMPT;

import java.time.Duration;
import java.util.function.Supplier;
import org.guildhall.access.Access;
import org.guildhall.benefits.BenefitRefusal;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.platform.GuessedCodes;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps anybody from guessing one-time codes: who has entered too many that don't exist, or are somebody else's, waits. What
 * could be seen to be mistyped is no guess. The machine, which tells of the past, is not held up.
 */
@Component
class Attempts {

    private static final Duration WAIT = Duration.ofMinutes(15);
    private static final GuessedCodes.Limit LIMIT = new GuessedCodes.Limit(
            5,
            WAIT,
            new BenefitRefusal.TooManyCodes((int) WAIT.toMinutes(), WAIT.toSeconds()),
            reason -> reason instanceof BenefitRefusal.CodeUnknown || reason instanceof BenefitRefusal.CodeOfAnother);

    private final GuessedCodes codes;
    private final Access access;

    Attempts(DSLContext sql, Access access, BusinessTime time, TransactionTemplate transaction) {
        var attempts = new GuessedCodes.Attempts(
                CODE_ATTEMPT, CODE_ATTEMPT.ACTOR, CODE_ATTEMPT.ATTEMPT_ID, CODE_ATTEMPT.TRIED_AT);
        this.codes = new GuessedCodes(sql, attempts, time, transaction);
        this.access = access;
    }

    /** What comes of entering a code, outside every transaction; refused after too many wrong ones. */
    <T> T entering(Supplier<T> work) {
        return access.actor() instanceof Actor.Machine
                ? work.get()
                : codes.entering(access.actor().reference(), LIMIT, left -> work.get());
    }
}
