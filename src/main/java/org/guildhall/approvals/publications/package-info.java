/** Policies are published through approvals where the authority table says so. */
@NullMarked
package org.guildhall.approvals.publications;

import org.jspecify.annotations.NullMarked;
