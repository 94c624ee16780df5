/** Cashback as money at the counter. */
@NullMarked
package org.guildhall.cashback.spending;

import org.jspecify.annotations.NullMarked;
