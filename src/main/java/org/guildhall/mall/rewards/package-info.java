/** Keeps rewards and every movement of their stock. */
@NullMarked
package org.guildhall.mall.rewards;

import org.jspecify.annotations.NullMarked;
