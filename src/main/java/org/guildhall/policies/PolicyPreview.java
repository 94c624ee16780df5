package org.guildhall.policies;

import java.time.LocalDate;

/** Says whom a draft would move; the module that applies a kind of policy offers one as a bean. */
public interface PolicyPreview<P extends Record> {

    /** The kind it can preview. */
    PolicyKind<P> kind();

    /** What would change if the draft were in force from that day, on real history; stores nothing. */
    Preview preview(P draft, LocalDate effectiveFrom);
}
