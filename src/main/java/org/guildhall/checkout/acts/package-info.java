/** Prices, sells and takes back, and shows what was sold. */
@NullMarked
package org.guildhall.checkout.acts;

import org.jspecify.annotations.NullMarked;
