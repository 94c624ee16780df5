/** Books postings: plans in memory what each changes, and writes the plan with a handful of statements. */
@NullMarked
package org.guildhall.ledger.booking;

import org.jspecify.annotations.NullMarked;
