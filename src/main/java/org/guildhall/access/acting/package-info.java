/** Binds the actor to a request or a piece of work and answers what that actor may do. */
@NullMarked
package org.guildhall.access.acting;

import org.jspecify.annotations.NullMarked;
