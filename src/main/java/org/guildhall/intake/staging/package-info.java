/** Clean facts sorted by member into batch files, so that an import can resume at any batch. */
@NullMarked
package org.guildhall.intake.staging;

import org.jspecify.annotations.NullMarked;
