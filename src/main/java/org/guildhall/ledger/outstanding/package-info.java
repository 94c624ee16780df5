/** What is outstanding of all members together, at any instant. */
@NullMarked
package org.guildhall.ledger.outstanding;

import org.jspecify.annotations.NullMarked;
