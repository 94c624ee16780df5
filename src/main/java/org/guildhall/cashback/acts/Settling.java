package org.guildhall.cashback.acts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.guildhall.access.Access;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.loyalty.Loyalty;
import org.guildhall.platform.Runs;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Settles what is due, some buyers a transaction: each is counted anew and what is due of it credited. Whoever settles at the same
 * time finds it done; what was credited is not credited again.
 */
@Component
class Settling {

    static final String KIND = "cashback.settlement";
    private static final int BUYERS_AT_ONCE = 200;

    private final Books books;
    private final ObjectProvider<Loyalty> loyalty;
    private final Runs runs;
    private final Surroundings surroundings;

    Settling(Books books, ObjectProvider<Loyalty> loyalty, Runs runs, Surroundings surroundings) {
        this.books = books;
        this.loyalty = loyalty;
        this.runs = runs;
        this.surroundings = surroundings;
    }

    /** Where rebates are kept, counted and credited. */
    @Component
    record Books(RebateStore store, Recount recount, Crediting crediting) {}

    /** Who settles, when, in which transactions. */
    @Component
    record Surroundings(Access access, BusinessTime time, TransactionTemplate transaction) {}

    /** Settles as a run that is remembered; refused while another is at work. */
    UUID run(LocalDate through, @Nullable Instant as) {
        var begin = new Runs.Begin(KIND, "", through, surroundings.access.actor(), null);
        return runs.during(begin, run -> settle(new Crediting.Run(run, through, as)));
    }

    /** Settles what is due through today. */
    UUID run() {
        return run(surroundings.time.today(), null);
    }

    /** Settles piece by piece. */
    void settle(Crediting.Run run) {
        @Nullable UUID after = new UUID(0, 0);
        while (after != null) {
            var from = after;
            after = surroundings.transaction.execute(status -> piece(run, from));
        }
    }

    private @Nullable UUID piece(Crediting.Run run, UUID after) {
        var buyers = books.store.due(run.through(), after, BUYERS_AT_ONCE);
        if (buyers.isEmpty()) {
            return null;
        }
        loyalty.getObject().lock(buyers);
        var rows = books.recount.of(buyers);
        var done = books.crediting.settle(rows.values(), run);
        runs.moved(run.id(), done.members(), done.rebates(), done.amount());
        return buyers.getLast().value();
    }
}
