/** Does what is changed by hand, or asks for it, and does it once approved. */
@NullMarked
package org.guildhall.adjustments.acts;

import org.jspecify.annotations.NullMarked;
