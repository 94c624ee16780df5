/** The regions of the country by their codes. */
@NullMarked
package org.guildhall.members.regions;

import org.jspecify.annotations.NullMarked;
