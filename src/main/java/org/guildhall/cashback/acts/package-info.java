/** Counts what purchases bring, settles it, and tells of it. */
@NullMarked
package org.guildhall.cashback.acts;

import org.jspecify.annotations.NullMarked;
