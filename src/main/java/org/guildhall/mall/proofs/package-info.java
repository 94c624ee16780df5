/** Proves over all redemptions that stock, orders and the ledger's holds agree. */
@NullMarked
package org.guildhall.mall.proofs;

import org.jspecify.annotations.NullMarked;
