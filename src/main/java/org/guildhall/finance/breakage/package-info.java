/** How much of what is outstanding will lapse unused. */
@NullMarked
package org.guildhall.finance.breakage;

import org.jspecify.annotations.NullMarked;
