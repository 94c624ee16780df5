package org.guildhall.mall.orders;

import static org.guildhall.jooq.mall.Tables.CODE_ATTEMPT;

import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.guildhall.access.Access;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Refusal;
import org.guildhall.mall.MallRefusal;
import org.guildhall.mall.RedemptionPolicy;
import org.guildhall.platform.GuessedCodes;
import org.guildhall.policies.Policies;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps anybody from guessing pick-up codes: who has entered too many that don't exist waits as long as the rules say. */
@Component
class Attempts {

    private final GuessedCodes codes;
    private final Policies policies;
    private final Access access;
    private final BusinessTime time;

    Attempts(DSLContext sql, Policies policies, Access access, BusinessTime time, TransactionTemplate transaction) {
        var attempts = new GuessedCodes.Attempts(
                CODE_ATTEMPT, CODE_ATTEMPT.ACTOR, CODE_ATTEMPT.ATTEMPT_ID, CODE_ATTEMPT.TRIED_AT);
        this.codes = new GuessedCodes(sql, attempts, time, transaction);
        this.policies = policies;
        this.access = access;
        this.time = time;
    }

    /** What the code stands for; refused if there is none, or after too many that had none. */
    UUID find(Supplier<@Nullable UUID> search) {
        return codes.entering(access.actor().reference(), limit(), left -> {
            var found = search.get();
            if (found == null) {
                throw Refusal.of(new MallRefusal.UnknownPickUpCode(left));
            }
            return found;
        });
    }

    private GuessedCodes.Limit limit() {
        var rules = policies.inForce(RedemptionPolicy.KIND, time.today()).policy();
        var tooMany = new MallRefusal.TooManyCodes(rules.lockMinutes(), rules.lockMinutes() * 60L);
        return new GuessedCodes.Limit(
                rules.wrongCodes(),
                Duration.ofMinutes(rules.lockMinutes()),
                tooMany,
                reason -> reason instanceof MallRefusal.UnknownPickUpCode);
    }
}
