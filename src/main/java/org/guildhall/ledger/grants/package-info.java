/** What runs gave to many members, and taking it back. */
@NullMarked
package org.guildhall.ledger.grants;

import org.jspecify.annotations.NullMarked;
