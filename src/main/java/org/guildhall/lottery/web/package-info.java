/** Lotteries and draws over HTTP. */
@NullMarked
package org.guildhall.lottery.web;

import org.jspecify.annotations.NullMarked;
