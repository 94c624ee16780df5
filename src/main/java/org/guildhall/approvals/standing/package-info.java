/** Knows in whose name an actor may decide, by post, delegation or hand-over. */
@NullMarked
package org.guildhall.approvals.standing;

import org.jspecify.annotations.NullMarked;
