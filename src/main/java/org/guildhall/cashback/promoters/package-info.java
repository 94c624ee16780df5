/** Who recommends, who was recommended by whom, and what it brought in a month. */
@NullMarked
package org.guildhall.cashback.promoters;

import org.jspecify.annotations.NullMarked;
