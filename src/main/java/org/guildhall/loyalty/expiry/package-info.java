/** When points end. */
@NullMarked
package org.guildhall.loyalty.expiry;

import org.jspecify.annotations.NullMarked;
