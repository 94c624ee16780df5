/** What must always hold of rebates. */
@NullMarked
package org.guildhall.cashback.proofs;

import org.jspecify.annotations.NullMarked;
