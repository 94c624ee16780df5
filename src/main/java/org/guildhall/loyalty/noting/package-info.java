/** How occasions become known: recorded by staff and programs, concluded by the house itself, taken back, shown and proven. */
@NullMarked
package org.guildhall.loyalty.noting;

import org.jspecify.annotations.NullMarked;
