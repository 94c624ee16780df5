/**
 * The rewards mall 积分商城: what points buy, its stock, and orders from hold to pick-up, cancellation and return.
 *
 * <p>Promises: an order holds its points and its pieces in one transaction, once per key; what is held is either handed out
 * for exactly those points or goes back to exactly the lots and the stock it came from; stock is never oversold, whatever
 * is asked at the same time, because the database's own checks refuse it. A pick-up code is shown once and stored as a keyed
 * hash. What costs money beside its points is paid to the fen in the same transaction, into the till of a store, and that money
 * goes back with the points; it is money of the counter's day (see {@link org.guildhall.prepaid.MoneyTaken}) and no purchase: it
 * earns nothing. Every order explains its price, its deadline and what became of its points.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "platform", "access", "policies", "ledger", "members", "loyalty", "prepaid"})
package org.guildhall.mall;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
