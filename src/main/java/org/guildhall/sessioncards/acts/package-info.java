/** What happens to cards and bookings, and who may do it. */
@NullMarked
package org.guildhall.sessioncards.acts;

import org.jspecify.annotations.NullMarked;
