/** Points given to many members in one act, and taken back as one. */
@NullMarked
package org.guildhall.adjustments.grants;

import org.jspecify.annotations.NullMarked;
