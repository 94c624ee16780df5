package org.guildhall.access.organisation;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.guildhall.access.Permission;
import org.guildhall.access.Scope;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.StaffId;
import org.guildhall.platform.Remembered;
import org.springframework.stereotype.Component;

/**
 * The facts of the organisation in memory: fresh at once after a change on this instance, within seconds after one on
 * another. A transaction that changes them reads past the memory, so nobody sees what is not yet committed.
 */
@Component
public class OrganisationMemory {

    private static final String ONLY = "organisation";

    private final OrganisationStore store;
    private final BusinessTime time;
    private final Remembered<String, Snapshot> memory =
            new Remembered<>(Duration.ofSeconds(5), Duration.ofSeconds(10), 1);

    OrganisationMemory(OrganisationStore store, BusinessTime time) {
        this.store = store;
        this.time = time;
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
        memory.changing();
    }

    private Snapshot snapshot() {
        var snapshot = memory.get(ONLY, key -> read());
        if (!snapshot.day.equals(time.today())) {
            memory.forget(ONLY);
            snapshot = memory.get(ONLY, key -> read());
        }
        return snapshot;
    }

    private Snapshot read() {
        var day = time.today();
        return new Snapshot(day, new PowersRule(store.load(), day), new ConcurrentHashMap<>());
    }
}
