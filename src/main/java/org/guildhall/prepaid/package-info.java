/**
 * Stored value 储值: money paid in beforehand, the bonus it brings, and what became of both.
 *
 * <p>Promises: every act happens once per key, in one transaction with its postings, under the lock of the account; principal
 * and bonus are kept apart and never below zero, because the database's own checks refuse it; what is paid comes back to
 * exactly the pots and top-ups it was taken from, and what a module's sale took by that sale alone; no bonus outlives its top-up; no new money lifts a balance above its cap,
 * however it is split; a frozen account does not move; no money comes
 * in beyond the share of last year's income that the company's class of issuer may hold, if its rules refuse it, whichever module
 * takes it (see {@link org.guildhall.prepaid.AdvanceIntake}); a refund shows how it was calculated, article by article, and the
 * calculation can be made again from what was kept. Balances are the ledger's alone. How money is paid at a store, and how a
 * module that takes some tells the counter's day (see {@link org.guildhall.prepaid.MoneyTaken}), is said here for all.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "platform", "access", "policies", "ledger", "members"})
package org.guildhall.prepaid;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
