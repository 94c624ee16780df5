package org.guildhall.access.organisation;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.guildhall.access.Permission;
import org.guildhall.access.Scope;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.StaffId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The facts of the organisation in memory: fresh at once after a change on this instance, within seconds after one on
 * another. A transaction that changes them reads past the memory, so nobody sees what is not yet committed.
 */
@Component
public class OrganisationMemory {

    private static final String ONLY = "organisation";

    private final OrganisationStore store;
    private final BusinessTime time;
    private final LoadingCache<String, Snapshot> memory;

    OrganisationMemory(OrganisationStore store, BusinessTime time) {
        this.store = store;
        this.time = time;
        this.memory =
                Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(5)).build(key -> read());
    }

    private record Snapshot(LocalDate day, PowersRule rule, Map<StaffId, Map<Permission, Scope>> scopes) {}

    /** The rule on today's facts. */
    public PowersRule today() {
        return snapshot().rule;
    }

    /** What a person may do today. */
    public Map<Permission, Scope> scopes(StaffId staff) {
        var snapshot = snapshot();
        return snapshot.scopes.computeIfAbsent(staff, snapshot.rule::scopes);
    }

    OrganisationFacts facts() {
        return store.load();
    }

    /** From now on this transaction reads what it writes, and its end makes everybody read anew. */
    void changing() {
        if (TransactionSynchronizationManager.hasResource(this)) {
            return;
        }
        TransactionSynchronizationManager.bindResource(this, true);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void suspend() {
                TransactionSynchronizationManager.unbindResource(OrganisationMemory.this);
            }

            @Override
            public void resume() {
                TransactionSynchronizationManager.bindResource(OrganisationMemory.this, true);
            }

            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(OrganisationMemory.this);
                memory.invalidateAll();
            }
        });
    }

    private Snapshot snapshot() {
        if (TransactionSynchronizationManager.hasResource(this)) {
            return read();
        }
        var snapshot = memory.get(ONLY);
        if (!snapshot.day.equals(time.today())) {
            memory.invalidate(ONLY);
            snapshot = memory.get(ONLY);
        }
        return snapshot;
    }

    private Snapshot read() {
        var day = time.today();
        return new Snapshot(day, new PowersRule(store.load(), day), new ConcurrentHashMap<>());
    }
}
