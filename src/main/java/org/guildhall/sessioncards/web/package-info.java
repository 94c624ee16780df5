/** Session cards and bookings over HTTP. */
@NullMarked
package org.guildhall.sessioncards.web;

import org.jspecify.annotations.NullMarked;
