package org.guildhall.access;

import org.guildhall.kernel.Slice;

/** Reads what {@link Audit} remembers; needs {@code access.audit-read}. */
public interface AuditTrail {

    /** A page of acts in scope, newest first. */
    Slice<AuditRow> search(AuditQuery query);

    /** Recomputes the whole chain and names its first broken seal or row; itself remembered. */
    AuditVerification verify();
}
