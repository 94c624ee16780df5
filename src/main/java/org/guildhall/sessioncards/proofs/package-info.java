/** The laws of session cards and bookings. */
@NullMarked
package org.guildhall.sessioncards.proofs;

import org.jspecify.annotations.NullMarked;
