package org.guildhall.policies.versions;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import org.guildhall.platform.Remembered;
import org.guildhall.policies.InForce;
import org.guildhall.policies.Policies;
import org.guildhall.policies.PolicyKind;
import org.guildhall.policies.PolicyTimeline;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Timelines kept in memory: forgotten at once when this instance publishes, within seconds when another does.
 */
@Component
public class StoredPolicies implements Policies {

    /** More than there are kinds of policies. */
    private static final int KINDS = 1_000;

    private final VersionStore store;
    private final JsonMapper json;
    private final Remembered<String, PolicyTimeline<?>> timelines =
            new Remembered<>(Duration.ofSeconds(5), Duration.ofSeconds(10), KINDS);

    StoredPolicies(VersionStore store, JsonMapper json) {
        this.store = store;
        this.json = json;
    }

    @Override
    @SuppressWarnings("unchecked") // a kind's timeline is read as its own type
    public <P extends Record> PolicyTimeline<P> timeline(PolicyKind<P> kind) {
        return (PolicyTimeline<P>) timelines.get(kind.code(), code -> read(kind));
    }

    /** The running transaction reads anew from now on, and everybody when it has ended. */
    public void forget() {
        timelines.changing();
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
