package org.guildhall.cashback.promoters;

import java.util.function.Supplier;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.cashback.CashbackRefusal;
import org.guildhall.kernel.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps refused recommendations that smell of fraud, in a transaction of their own since the attempt's is taken back. */
@Component
class Alarms {

    private final Audit audit;
    private final TransactionTemplate transaction;

    Alarms(Audit audit, TransactionTemplate transaction) {
        this.audit = audit;
        this.transaction = transaction;
    }

    <T> T watched(Binding.Wish wish, Supplier<T> work) {
        try {
            return work.get();
        } catch (Refusal refusal) {
            if (smells(refusal)) {
                var entry = AuditEntry.of(
                        "cashback.recommendation-suspected",
                        "promoter",
                        wish.customer(),
                        "suspicion",
                        refusal.reason().code(),
                        "promoter",
                        String.valueOf(wish.promoter()));
                transaction.executeWithoutResult(status -> audit.record(entry.about(wish.customer())));
            }
            throw refusal;
        }
    }

    private static boolean smells(Refusal refusal) {
        return refusal.reason() instanceof CashbackRefusal.SelfRecommendation
                || refusal.reason() instanceof CashbackRefusal.ClosesARing;
    }
}
