package org.guildhall.access.audit;

import org.guildhall.access.audit.SealStore.Seal;
import org.guildhall.kernel.BusinessTime;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Binds the rows that wait into seals, up to 1000 each, about a second after they were written. Sealers of several instances
 * take turns; writers never wait for them.
 */
@Component
public class AuditSealer {

    private static final int ROWS_PER_SEAL = 1000;

    private final SealStore store;
    private final SealMath math;
    private final TransactionTemplate transaction;
    private final BusinessTime time;

    AuditSealer(SealStore store, SealMath math, TransactionTemplate transaction, BusinessTime time) {
        this.store = store;
        this.math = math;
        this.transaction = transaction;
        this.time = time;
    }

    /** Seals everything that waits now. */
    @Scheduled(fixedDelay = 1000, initialDelay = 2000)
    public void sealAll() {
        int sealed = ROWS_PER_SEAL;
        while (sealed == ROWS_PER_SEAL) {
            sealed = next();
        }
    }

    private int next() {
        var sealed = transaction.execute(status -> {
            if (store.waiting(1).isEmpty()) {
                return 0;
            }
            store.lock();
            var seqs = store.waiting(ROWS_PER_SEAL).toArray(Long[]::new);
            if (seqs.length > 0) {
                store.insert(seal(seqs), time.now());
            }
            return seqs.length;
        });
        return sealed == null ? 0 : sealed;
    }

    private Seal seal(Long[] seqs) {
        var last = store.last();
        long number = last.map(Seal::number).orElse(0L) + 1;
        var previous = last.map(Seal::hash).orElse(SealMath.BEGINNING);
        var digests = math.digests(seqs, store.contents(seqs));
        return new Seal(number, seqs, digests, previous, math.hash(number, previous, seqs, digests));
    }
}
