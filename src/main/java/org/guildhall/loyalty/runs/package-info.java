/** Looks at, repeats and undoes what the calendar asked for. */
@NullMarked
package org.guildhall.loyalty.runs;

import org.jspecify.annotations.NullMarked;
