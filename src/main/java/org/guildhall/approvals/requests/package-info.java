/** Stores requests and carries out what is decided. */
@NullMarked
package org.guildhall.approvals.requests;

import org.jspecify.annotations.NullMarked;
