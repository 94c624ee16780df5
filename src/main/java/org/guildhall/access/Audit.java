package org.guildhall.access;

import java.util.Collection;

/**
 * Remembers acts. The entry commits or disappears with the act itself: callers must be inside their transaction.
 *
 * <p>Actor, request and time are filled in here. Rows can't be changed or removed, and a background sealer binds them into
 * a keyed hash chain within seconds; {@link AuditTrail#verify} names the first broken link.
 */
public interface Audit {

    /** Remembers one act. */
    void record(AuditEntry entry);

    /** Remembers many acts with one statement. */
    void recordAll(Collection<AuditEntry> entries);

    /** The entry with who acts now and in which request, so that another thread may record it. */
    AuditEntry attributed(AuditEntry entry);
}
