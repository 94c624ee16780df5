package org.guildhall.benefits.acts;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import org.guildhall.access.Access;
import org.guildhall.benefits.BenefitRefusal;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Ids;
import org.guildhall.kernel.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps anybody from guessing one-time codes: who has entered too many that don't exist, or are somebody else's, waits.
 *
 * <p>Each attempt is remembered before the code is looked for, durably and by itself, and forgotten if the code was right or
 * could be seen to be mistyped: so attempts made at the same time count one another. The machine, which tells of the past, is
 * not held up.
 */
@Component
class Attempts {

    private static final int WRONG_CODES = 5;
    private static final Duration WAIT = Duration.ofMinutes(15);

    private final AttemptStore store;
    private final Access access;
    private final BusinessTime time;
    private final TransactionTemplate alone;

    Attempts(AttemptStore store, Access access, BusinessTime time, TransactionTemplate transaction) {
        this.store = store;
        this.access = access;
        this.time = time;
        this.alone = new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()));
        alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** What comes of entering a code, outside every transaction; refused after too many wrong ones. */
    <T> T entering(Supplier<T> work) {
        if (access.actor() instanceof Actor.Machine) {
            return work.get();
        }
        var actor = access.actor().reference();
        var attempt = Ids.next(time.clock());
        var now = time.now();
        alone.executeWithoutResult(status -> {
            store.removeBefore(now.minus(WAIT));
            store.add(actor, attempt, now);
        });
        if (store.since(actor, now.minus(WAIT)) > WRONG_CODES) {
            forget(actor, attempt);
            throw Refusal.of(new BenefitRefusal.TooManyCodes((int) WAIT.toMinutes(), WAIT.toSeconds()));
        }
        try {
            var done = work.get();
            forget(actor, attempt);
            return done;
        } catch (Refusal refusal) {
            if (!guessed(refusal.reason())) {
                forget(actor, attempt);
            }
            throw refusal;
        }
    }

    private static boolean guessed(Refusal.Reason reason) {
        return reason instanceof BenefitRefusal.CodeUnknown || reason instanceof BenefitRefusal.CodeOfAnother;
    }

    private void forget(String actor, java.util.UUID attempt) {
        alone.executeWithoutResult(status -> store.remove(actor, attempt));
    }
}
