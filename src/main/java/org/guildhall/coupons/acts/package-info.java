/** What is done with coupons, from the issue to the use, and who sees them. */
@NullMarked
package org.guildhall.coupons.acts;

import org.jspecify.annotations.NullMarked;
