/** What a purchase earns: typed rules and the pure calculation that applies them, with stated stacking, rounding and caps. */
@NullMarked
package org.guildhall.loyalty.earning;

import org.jspecify.annotations.NullMarked;
