/** Batches of coupons with their terms, revision by revision. */
@NullMarked
package org.guildhall.coupons.batches;

import org.jspecify.annotations.NullMarked;
