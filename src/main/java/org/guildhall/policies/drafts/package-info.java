/** Drafts on their way to publication. */
@NullMarked
package org.guildhall.policies.drafts;

import org.jspecify.annotations.NullMarked;
