/** What must always hold of batches and coupons. */
@NullMarked
package org.guildhall.coupons.proofs;

import org.jspecify.annotations.NullMarked;
