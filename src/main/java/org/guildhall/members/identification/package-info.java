/** The forms and check digits of numbers that identify people and organisations. Pure. */
@NullMarked
package org.guildhall.members.identification;

import org.jspecify.annotations.NullMarked;
