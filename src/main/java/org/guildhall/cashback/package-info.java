/**
 * Cashback 消费返利 and distribution 分销: what the goods of a purchase bring its buyer and, on two levels at most, who recommended
 * the buyer.
 *
 * <p>Promises: what a purchase brings follows from versioned rules and the facts known now, line by line, in whatever order they
 * arrived. It waits until the days for returns are over and is then credited once, in the ledger; what comes back before lowers
 * it, what comes back afterwards is clawed back and owed where it was spent. Every step stays, follows the one before, and can be
 * explained. Whoever recommends agreed to it, pays nothing for it, and is never paid for recruiting; nobody recommends themselves
 * or in a ring. What is due to promoters and no longer can come back is paid out month by month, never more than was approved nor
 * than is due; what comes back later is owed and set off, so that what was paid and what is still owed is what was earned less
 * what was clawed back.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "platform", "access", "policies", "approvals", "ledger", "members", "loyalty"})
package org.guildhall.cashback;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
