/** What the passing of time does: reviews that fall due, standards that come into force, manual tiers that end. */
@NullMarked
package org.guildhall.loyalty.review;

import org.jspecify.annotations.NullMarked;
