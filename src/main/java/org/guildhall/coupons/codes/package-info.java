/** Codes that people read off a coupon. */
@NullMarked
package org.guildhall.coupons.codes;

import org.jspecify.annotations.NullMarked;
