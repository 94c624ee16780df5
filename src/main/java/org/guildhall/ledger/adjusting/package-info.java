/** Changes of value by hand: checked against the rights of whoever acts, and audited. */
@NullMarked
package org.guildhall.ledger.adjusting;

import org.jspecify.annotations.NullMarked;
