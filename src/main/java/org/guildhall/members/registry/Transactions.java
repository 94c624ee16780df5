package org.guildhall.members.registry;

import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens the transactions of single acts; batches bring their own. */
@Component
class Transactions {

    private final TransactionTemplate template;

    Transactions(TransactionTemplate template) {
        this.template = template;
    }

    <T> T within(Supplier<T> work) {
        return Objects.requireNonNull(template.execute(status -> work.get()));
    }

    void require() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a batch runs in its caller's transaction");
        }
    }
}
