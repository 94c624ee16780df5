/** Personal values under a key per member. */
@NullMarked
package org.guildhall.access.vault;

import org.jspecify.annotations.NullMarked;
