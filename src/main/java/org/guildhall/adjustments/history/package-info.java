/** Lists what was changed by hand, and takes the list out. */
@NullMarked
package org.guildhall.adjustments.history;

import org.jspecify.annotations.NullMarked;
