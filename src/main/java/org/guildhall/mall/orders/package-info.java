/** Finds, shows and explains redemptions. */
@NullMarked
package org.guildhall.mall.orders;

import org.jspecify.annotations.NullMarked;
