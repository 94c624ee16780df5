/** Where a member stands, how the tier came about, and what would change it. */
@NullMarked
package org.guildhall.loyalty.standing;

import org.jspecify.annotations.NullMarked;
