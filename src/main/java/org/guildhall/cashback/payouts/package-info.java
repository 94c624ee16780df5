/** Commissions paid out: proposed, approved, booked, taken back, told. */
@NullMarked
package org.guildhall.cashback.payouts;

import org.jspecify.annotations.NullMarked;
