/** Purchases and returns as they come in: checked, kept once, replayed, and brought to the ledger and the tier history. */
@NullMarked
package org.guildhall.loyalty.purchases;

import org.jspecify.annotations.NullMarked;
