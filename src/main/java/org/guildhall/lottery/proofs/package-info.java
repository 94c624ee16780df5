/** What must always hold of lotteries and draws. */
@NullMarked
package org.guildhall.lottery.proofs;

import org.jspecify.annotations.NullMarked;
