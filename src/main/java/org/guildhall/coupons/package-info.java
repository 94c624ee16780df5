/**
 * Coupons 优惠券: rights to a discount or a gift, issued in batches.
 *
 * <p>Promises: a coupon keeps the terms it was issued under, whatever becomes of its batch; no batch issues more coupons than it
 * has and no member receives more than the limit, however many are issued at once; a coupon is used at most once, and every
 * step of its life is a dated fact that stays. Whether a coupon has expired is read off its last day and the business day, never
 * stored. A code is bound to its member: whoever shows it must be the buyer.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "platform", "access", "ledger", "members"})
package org.guildhall.coupons;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
