/** What readers without permission see of personal values: the one place where values are masked. Pure. */
@NullMarked
package org.guildhall.members.masking;

import org.jspecify.annotations.NullMarked;
