/** What other systems' books say of members' points, and the opening balances that they need. */
@NullMarked
package org.guildhall.loyalty.histories;

import org.jspecify.annotations.NullMarked;
