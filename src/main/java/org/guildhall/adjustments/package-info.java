/**
 * What staff change by hand, outside every rule: points given or taken, a day of expiry moved on, a tier granted.
 *
 * <p>Promises: each change is done once per key, for a stated reason, audited in its own transaction; what exceeds the
 * authority table waits for those it names and is done in the transaction of the last yes; splitting a change into small
 * ones does not lower what it counts as, since everything moved by hand for the member that day counts together, what got a new
 * day of expiry likewise. Undoing a run of the calendar waits by its size too. Only what was booked by hand is undone by hand, within the same limits.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "platform", "access", "policies", "approvals", "ledger", "members", "loyalty"})
package org.guildhall.adjustments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
