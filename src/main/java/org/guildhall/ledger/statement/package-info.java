/** What a member owns and how it came about, read from what is booked. */
@NullMarked
package org.guildhall.ledger.statement;

import org.jspecify.annotations.NullMarked;
