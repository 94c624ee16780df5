/** The rules of stored value as pure functions: bonus, caps, splits and refunds. */
@NullMarked
package org.guildhall.prepaid.rules;

import org.jspecify.annotations.NullMarked;
