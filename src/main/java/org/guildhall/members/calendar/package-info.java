/** When solar and lunar birthdays are observed. Pure. */
@NullMarked
package org.guildhall.members.calendar;

import org.jspecify.annotations.NullMarked;
