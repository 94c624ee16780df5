/** Prices sales again by a draft of the rules, for the buyers as they were known then. */
@NullMarked
package org.guildhall.checkout.simulation;

import org.jspecify.annotations.NullMarked;
