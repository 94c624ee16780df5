package org.guildhall.benefits.acts;

import java.time.Instant;
import java.util.function.Supplier;
import org.guildhall.access.Audit;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.platform.RetriedTransaction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who acts, when, in which transaction, and who remembers it. */
@Component
record Surroundings(Reach reach, BusinessTime time, RetriedTransaction transaction, Audit audit) {

    /** The instant of an act: the given one, or now. */
    Instant at(@Nullable Instant as) {
        return as == null ? time.now() : as;
    }

    /** Refuses anybody but the machine, and the future. */
    void requireFounding(Instant at) {
        if (!(reach.access().actor() instanceof Actor.Machine) || at.isAfter(time.now())) {
            throw new IllegalStateException("only the machine tells of the past, and of nothing else");
        }
    }

    /** Once more after a deadlock, or when the same key or a code was just taken. */
    <T> T inTransaction(Supplier<T> work) {
        return transaction.get(work);
    }
}
