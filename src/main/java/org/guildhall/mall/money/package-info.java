/** Money paid for redemptions beside their points, and given back with them. */
@NullMarked
package org.guildhall.mall.money;

import org.jspecify.annotations.NullMarked;
