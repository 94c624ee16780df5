/** The embedded PostgreSQL: unpacked, started, adopted and stopped by us. */
@NullMarked
package org.guildhall.platform.postgres;

import org.jspecify.annotations.NullMarked;
