/** Sets value aside for redemptions under way, and undoes postings. */
@NullMarked
package org.guildhall.ledger.holds;

import org.jspecify.annotations.NullMarked;
