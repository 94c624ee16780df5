/** Draws, what they win, and what becomes of that. */
@NullMarked
package org.guildhall.lottery.drawing;

import org.jspecify.annotations.NullMarked;
