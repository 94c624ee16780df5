/**
 * What the company owes its members, for whoever keeps the accounts: points at a stated worth, stored value, open coupons,
 * sessions of cards not yet used, cashback and commissions, and how much of the points will never be asked for.
 *
 * <p>Promises: a figure is as of any day by what had occurred until its end, opens to the members behind it, and adds up to
 * what the ledger has; the worth of a point is a policy with its clause; an expectation comes with an interval and with how it
 * was estimated, or not at all when too little is known. A month of the books is closed and opened again by those entitled,
 * alone or with a second pair of eyes; what was closed stays as it was, because the ledger sees to it. It keeps no balance of
 * its own, but what months came to in session cards when they were closed.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform",
            "access",
            "policies",
            "approvals",
            "ledger",
            "cashback",
            "coupons",
            "sessioncards"
        })
package org.guildhall.finance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
