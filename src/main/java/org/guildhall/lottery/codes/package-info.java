/** Codes by which prizes are picked up. */
@NullMarked
package org.guildhall.lottery.codes;

import org.jspecify.annotations.NullMarked;
