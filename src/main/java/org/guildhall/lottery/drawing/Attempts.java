package org.guildhall.lottery.drawing;

import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.guildhall.access.Access;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Ids;
import org.guildhall.kernel.Refusal;
import org.guildhall.lottery.LotteryPolicy;
import org.guildhall.lottery.LotteryRefusal;
import org.guildhall.policies.Policies;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps anybody from guessing pick-up codes: who has entered too many that don't exist waits.
 *
 * <p>Each attempt is remembered before the code is looked for, durably and by itself, and forgotten if the code exists: so
 * attempts made at the same time count one another.
 */
@Component
class Attempts {

    private final AttemptStore store;
    private final Policies policies;
    private final Access access;
    private final BusinessTime time;
    private final TransactionTemplate alone;

    Attempts(AttemptStore store, Policies policies, Access access, BusinessTime time, TransactionTemplate transaction) {
        this.store = store;
        this.policies = policies;
        this.access = access;
        this.time = time;
        this.alone = new TransactionTemplate(java.util.Objects.requireNonNull(transaction.getTransactionManager()));
        alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** What the code stands for; refused if there is none, or after too many that had none. */
    UUID find(Supplier<@Nullable UUID> search) {
        var rules = policies.inForce(LotteryPolicy.KIND, time.today()).policy();
        var actor = access.actor().reference();
        var attempt = Ids.next(time.clock());
        var now = time.now();
        alone.executeWithoutResult(status -> store.add(actor, attempt, now));
        int tried = store.since(actor, now.minus(Duration.ofMinutes(rules.lockMinutes())));
        if (tried > rules.wrongCodes()) {
            alone.executeWithoutResult(status -> store.remove(actor, attempt));
            throw Refusal.of(new LotteryRefusal.TooManyCodes(rules.lockMinutes(), rules.lockMinutes() * 60L));
        }
        var found = search.get();
        if (found == null) {
            throw Refusal.of(new LotteryRefusal.UnknownPickUpCode(rules.wrongCodes() - tried));
        }
        alone.executeWithoutResult(status -> store.remove(actor, attempt));
        return found;
    }

    /** Forgets what is too old to count. */
    void tidy() {
        alone.executeWithoutResult(status -> store.removeBefore(time.now().minus(Duration.ofDays(2))));
    }
}
