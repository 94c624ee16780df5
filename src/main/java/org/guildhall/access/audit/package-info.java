/** The append-only memory of acts, its sealed chain, verification and search. */
@NullMarked
package org.guildhall.access.audit;

import org.jspecify.annotations.NullMarked;
