package org.guildhall.platform;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What was read from the database stays in memory for a while. Nobody waits for what another reads: a reader may have to wait
 * for a connection, and if those who have one waited for it, all would wait for each other. When what is remembered grows
 * old, one reads it anew and the others go on with the old until it is too old.
 *
 * <p>What was read before something was forgotten is given to its reader and not kept. A transaction that changes what is
 * remembered reads past the memory, and so does not show others what it may take back; one that sees an earlier state of
 * the database keeps nothing of it.
 */
public final class Remembered<K, V> {

    private final Cache<K, Held<V>> memory;
    private final long fresh;
    private final LongSupplier nanos;
    private volatile long forgotten;

    /**
     * @param fresh how long nothing is read anew
     * @param atMost how old what is given may be; the same as {@code fresh} where nothing old may be given while one reads
     * @param most how many are remembered
     */
    public Remembered(Duration fresh, Duration atMost, long most) {
        this(fresh, atMost, most, System::nanoTime);
    }

    Remembered(Duration fresh, Duration atMost, long most, LongSupplier nanos) {
        if (atMost.compareTo(fresh) < 0) {
            throw new IllegalArgumentException("forgotten while it is fresh: " + atMost + " < " + fresh);
        }
        this.fresh = fresh.toNanos();
        this.nanos = nanos;
        this.memory = Caffeine.newBuilder()
                .maximumSize(most)
                .expireAfterWrite(atMost)
                .ticker(nanos::getAsLong)
                .build();
    }

    private record Held<V>(V value, long readAt, AtomicBoolean renewing) {}

    /** What is remembered, or else what reading gives. */
    public V get(K key, Function<? super K, ? extends V> reading) {
        if (TransactionSynchronizationManager.hasResource(this)) {
            return reading.apply(key);
        }
        var held = memory.getIfPresent(key);
        if (held == null) {
            return read(key, reading);
        }
        boolean renews = nanos.getAsLong() - held.readAt >= fresh && held.renewing.compareAndSet(false, true);
        return renews ? renewed(key, held, reading) : held.value;
    }

    private V renewed(K key, Held<V> old, Function<? super K, ? extends V> reading) {
        try {
            return read(key, reading);
        } finally {
            old.renewing.set(false); // for whoever comes next, if it failed or may not be kept
        }
    }

    private V read(K key, Function<? super K, ? extends V> reading) {
        long before = forgotten;
        long at = nanos.getAsLong();
        V value = reading.apply(key);
        if (seesPresent()) {
            synchronized (memory) {
                if (forgotten == before) {
                    memory.put(key, new Held<>(value, at, new AtomicBoolean()));
                }
            }
        }
        return value;
    }

    private static boolean seesPresent() {
        var level = TransactionSynchronizationManager.getCurrentTransactionIsolationLevel();
        return level == null || level == TransactionDefinition.ISOLATION_READ_COMMITTED;
    }

    /** What is read of this from now on is what is then true. */
    public void forget(K key) {
        forgetting(() -> memory.invalidate(key));
    }

    /** The same of these. */
    public void forgetAll(Iterable<? extends K> keys) {
        forgetting(() -> memory.invalidateAll(keys));
    }

    /** The same of what is remembered and is such. */
    public void forgetIf(Predicate<? super V> such) {
        forgetting(() -> memory.asMap().values().removeIf(held -> such.test(held.value)));
    }

    /** The same of everything. */
    public void forgetAll() {
        forgetting(memory::invalidateAll);
    }

    private void forgetting(Runnable act) {
        synchronized (memory) {
            forgotten++;
            act.run();
        }
    }

    /** From now on the running transaction reads what it writes, and its end makes everybody read anew. */
    public void changing() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            forgetAll();
        } else if (!TransactionSynchronizationManager.hasResource(this)) {
            TransactionSynchronizationManager.bindResource(this, true);
            TransactionSynchronizationManager.registerSynchronization(new Change());
        }
    }

    private final class Change implements TransactionSynchronization {

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(Remembered.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(Remembered.this, true);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(Remembered.this);
            forgetAll();
        }
    }
}
