package org.guildhall.access.audit;

import java.util.Collection;
import java.util.List;
import org.guildhall.access.Access;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.kernel.BusinessTime;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes entries with who, when and in which request, in the caller's transaction. */
@Component
class AuditWriter implements Audit {

    private final AuditStore store;
    private final Access access;
    private final BusinessTime time;

    AuditWriter(AuditStore store, Access access, BusinessTime time) {
        this.store = store;
        this.access = access;
        this.time = time;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(AuditEntry entry) {
        recordAll(List.of(entry));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordAll(Collection<AuditEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        store.insert(entries.stream().map(this::attributed).toList(), time.now());
    }

    @Override
    public AuditEntry attributed(AuditEntry entry) {
        var known = entry.by() == null ? entry.by(access.actor()) : entry;
        return known.requestId() == null ? known.within(MDC.get("requestId")) : known;
    }
}
