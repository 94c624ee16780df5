/** The payments of a day, and what was counted. */
@NullMarked
package org.guildhall.checkout.payments;

import org.jspecify.annotations.NullMarked;
