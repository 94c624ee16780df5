/**
 * Keeps everything of value a member owns: accounts, lots with expiry and balanced postings.
 *
 * <p>A posting is idempotent by its caller's key, dated twice (when it was true, when it was learnt) and never rewritten.
 * Every entry moves an amount between a lot of the member and a programme account, so the sum of an asset over all accounts
 * is zero, always. Whatever the order in which postings arrive, an account ends with the same amount in each lot: a posting
 * that arrives late has its account worked out again from all its movements and the difference is booked as correcting
 * entries. A balance is the sum of its lots and of its entries; a lot is never below zero, and what a member owes stands in
 * a lot of its own.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "platform", "access", "policies", "insights"})
package org.guildhall.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
