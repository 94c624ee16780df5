/** Keeps the list of runs. */
@NullMarked
package org.guildhall.platform.runs;

import org.jspecify.annotations.NullMarked;
