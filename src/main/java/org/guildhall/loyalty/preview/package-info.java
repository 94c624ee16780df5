/** What draft rules would do, on real history; nothing is stored. */
@NullMarked
package org.guildhall.loyalty.preview;

import org.jspecify.annotations.NullMarked;
