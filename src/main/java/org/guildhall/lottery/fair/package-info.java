/** The method of drawing: from the seed to the ticket to the prize, as published. */
@NullMarked
package org.guildhall.lottery.fair;

import org.jspecify.annotations.NullMarked;
