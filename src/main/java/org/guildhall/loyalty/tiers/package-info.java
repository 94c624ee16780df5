/** The ladder of tiers and the pure machine that moves a member on it. */
@NullMarked
package org.guildhall.loyalty.tiers;

import org.jspecify.annotations.NullMarked;
