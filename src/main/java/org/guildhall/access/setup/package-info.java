/** What a new installation begins with. */
@NullMarked
package org.guildhall.access.setup;

import org.jspecify.annotations.NullMarked;
