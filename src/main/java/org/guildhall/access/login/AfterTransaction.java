package org.guildhall.access.login;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Does something now and again when the running transaction has ended, since until then others may read the old state. */
final class AfterTransaction {

    private AfterTransaction() {}

    static void nowAndThen(Runnable act) {
        act.run();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    act.run();
                }
            });
        }
    }
}
