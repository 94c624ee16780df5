/** What is decided of session cards and bookings: pure functions. */
@NullMarked
package org.guildhall.sessioncards.rules;

import org.jspecify.annotations.NullMarked;
