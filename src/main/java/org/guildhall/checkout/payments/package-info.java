/** All money of the stores, whichever module took it, and what was counted of it. */
@NullMarked
package org.guildhall.checkout.payments;

import org.jspecify.annotations.NullMarked;
