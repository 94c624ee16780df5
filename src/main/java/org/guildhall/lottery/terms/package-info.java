/** Lotteries, their prizes and their states. */
@NullMarked
package org.guildhall.lottery.terms;

import org.jspecify.annotations.NullMarked;
