/** The staff files and appointments. */
@NullMarked
package org.guildhall.access.staff;

import org.jspecify.annotations.NullMarked;
