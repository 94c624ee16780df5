/**
 * Benefits 权益: what a tier, a plan or a person is entitled to, and what was used of it.
 *
 * <p>Promises: what there is to have, for whom, how often and at which cost is one versioned policy; whoever is entitled is told
 * why. Within a period nobody uses more than the quota, however many counters try at once. A use is a dated fact with the version
 * that decided, the ground it stood on and its cost; it stays, and is taken back by a fact of its own. A code is good once, for a
 * few minutes, for one member and one benefit.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "platform", "access", "policies", "ledger", "members", "loyalty"})
package org.guildhall.benefits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
