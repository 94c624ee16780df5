package org.guildhall.policies.versions;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import org.guildhall.policies.InForce;
import org.guildhall.policies.Policies;
import org.guildhall.policies.PolicyKind;
import org.guildhall.policies.PolicyTimeline;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * Timelines kept in memory: forgotten at once when this instance publishes, within seconds when another does.
 */
@Component
public class StoredPolicies implements Policies {

    private final VersionStore store;
    private final JsonMapper json;
    private final Cache<String, PolicyTimeline<?>> timelines =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(5)).build();

    StoredPolicies(VersionStore store, JsonMapper json) {
        this.store = store;
        this.json = json;
    }

    @Override
    @SuppressWarnings("unchecked") // a kind's timeline is read as its own type
    public <P extends Record> PolicyTimeline<P> timeline(PolicyKind<P> kind) {
        return (PolicyTimeline<P>) timelines.get(kind.code(), code -> read(kind));
    }

    /** Reads anew from now on, and again after the running transaction, since others may have read in between. */
    public void forget() {
        timelines.invalidateAll();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    timelines.invalidateAll();
                }
            });
        }
    }

    private <P extends Record> PolicyTimeline<P> read(PolicyKind<P> kind) {
        var versions = new ArrayList<InForce<P>>();
        versions.add(new InForce<>(kind.code(), kind.defaults(), 0, LocalDate.EPOCH, kind.clause()));
        for (var stored : store.all(kind.code())) {
            if (stored.withdrawnAt() == null) {
                var policy = json.treeToValue(stored.body(), kind.type());
                versions.add(
                        new InForce<>(kind.code(), policy, stored.version(), stored.effectiveFrom(), stored.clause()));
            }
        }
        return new PolicyTimeline<>(versions);
    }
}
