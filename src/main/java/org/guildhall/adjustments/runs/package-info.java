/** Undoes what the calendar did to many, within the authority table. */
@NullMarked
package org.guildhall.adjustments.runs;

import org.jspecify.annotations.NullMarked;
