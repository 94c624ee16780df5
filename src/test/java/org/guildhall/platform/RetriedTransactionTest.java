package org.guildhall.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.SimpleTransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

class RetriedTransactionTest {

    private final Ends ends = new Ends();
    private final RetriedTransaction transaction = new RetriedTransaction(new TransactionTemplate(ends));

    /** How many transactions ended which way. */
    private static final class Ends implements PlatformTransactionManager {

        private int kept;
        private int dropped;

        @Override
        public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
            return new SimpleTransactionStatus();
        }

        @Override
        public void commit(TransactionStatus status) {
            kept++;
        }

        @Override
        public void rollback(TransactionStatus status) {
            dropped++;
        }
    }

    /** Fails with these states, one after the other, and then answers. */
    private static String work(Queue<String> states) {
        var state = states.poll();
        if (state != null) {
            throw new DataAccessException("failed", new SQLException("failed", state));
        }
        return "done";
    }

    @Test
    void what_passes_is_done_again_in_a_new_transaction() {
        var states = new ArrayDeque<>(List.of("40P01", "40001", "23505"));
        assertThat(transaction.get(() -> work(states))).isEqualTo("done");
        assertThat(ends.dropped).isEqualTo(3);
        assertThat(ends.kept).isEqualTo(1);
    }

    @Test
    void what_does_not_pass_is_told_at_once_unless_the_caller_knows_that_it_does() {
        var overlap = new ArrayDeque<>(List.of("23P01"));
        assertThatThrownBy(() -> transaction.get(() -> work(overlap))).isInstanceOf(DataAccessException.class);
        assertThat(ends.dropped).isEqualTo(1);
        overlap.add("23P01");
        assertThat(transaction.get(() -> work(overlap), state -> state.code().equals("23P01")))
                .isEqualTo("done");
    }

    @Test
    void what_never_passes_is_told_in_the_end() {
        var states = new ArrayDeque<>(java.util.Collections.nCopies(100, "40P01"));
        assertThatThrownBy(() -> transaction.run(() -> work(states))).isInstanceOf(DataAccessException.class);
        assertThat(states).hasSize(92);
        assertThat(ends.kept).isZero();
    }

    @Test
    void within_a_transaction_of_the_caller_nothing_is_done_again() {
        var states = new ArrayDeque<>(List.of("40P01"));
        TransactionSynchronizationManager.setActualTransactionActive(true);
        try {
            assertThatThrownBy(() -> transaction.get(() -> work(states))).isInstanceOf(DataAccessException.class);
        } finally {
            TransactionSynchronizationManager.setActualTransactionActive(false);
        }
        assertThat(ends.dropped).isEqualTo(1);
    }
}
