/** Pure rules that turn the cells of a row into a clean fact or name what is wrong with it and how to mend it. */
@NullMarked
package org.guildhall.intake.cleaning;

import org.jspecify.annotations.NullMarked;
