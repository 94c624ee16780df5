/** Proves over all that is booked that the ledger keeps its promises. */
@NullMarked
package org.guildhall.ledger.laws;

import org.jspecify.annotations.NullMarked;
