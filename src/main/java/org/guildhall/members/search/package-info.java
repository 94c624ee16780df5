/** Finding members: by what one types, by conditions, in pages that stay fast at a million members. */
@NullMarked
package org.guildhall.members.search;

import org.jspecify.annotations.NullMarked;
