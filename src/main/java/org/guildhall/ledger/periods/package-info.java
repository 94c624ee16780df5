/** The months of the books: closing, opening again, and what they came to. */
@NullMarked
package org.guildhall.ledger.periods;

import org.jspecify.annotations.NullMarked;
