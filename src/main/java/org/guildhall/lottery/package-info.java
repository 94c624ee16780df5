/**
 * Lotteries 积分抽奖: members spend points for a chance, and anybody can recompute what each draw won.
 *
 * <p>Promises: odds are whole parts per million that sum to exactly one, are shown before anybody draws and stay as they were
 * published; the seed of all draws is committed to before the first and revealed after the last, so that every draw can be
 * recomputed and none can be chosen; no prize is given more often than there are pieces, and what is given where one has run
 * out was stated beforehand; a draw's cost, prize and record are one act, done once for a key; a cancelled draw is a
 * counter-act that gives back what was paid.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform",
            "access",
            "policies",
            "ledger",
            "members",
            "loyalty",
            "mall",
            "coupons"
        })
package org.guildhall.lottery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
