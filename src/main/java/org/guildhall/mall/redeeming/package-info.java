/** Places redemptions: points and pieces are held together, many orders in one transaction. */
@NullMarked
package org.guildhall.mall.redeeming;

import org.jspecify.annotations.NullMarked;
