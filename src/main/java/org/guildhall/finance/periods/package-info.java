/** The end of a month: who may close it, with whose consent, and what is kept of it as a file. */
@NullMarked
package org.guildhall.finance.periods;

import org.jspecify.annotations.NullMarked;
