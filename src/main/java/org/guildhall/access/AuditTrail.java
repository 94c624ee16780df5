package org.guildhall.access;

import org.guildhall.kernel.Slice;
import org.guildhall.platform.JobView;

/** Reads what {@link Audit} remembers; needs {@code access.audit-read}. */
public interface AuditTrail {

    /** A page of acts in scope, newest first. */
    Slice<AuditRow> search(AuditQuery query);

    /**
     * Recomputes the whole chain in the background; the job's result names the first broken seal or row, as an {@link
     * AuditVerification}. Itself remembered.
     */
    JobView verify();
}
