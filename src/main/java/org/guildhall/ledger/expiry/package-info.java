/** Takes what was not used in time. */
@NullMarked
package org.guildhall.ledger.expiry;

import org.jspecify.annotations.NullMarked;
