/** Tells members ahead: of points that lapse, and of tiers that are reviewed. */
@NullMarked
package org.guildhall.loyalty.warnings;

import org.jspecify.annotations.NullMarked;
