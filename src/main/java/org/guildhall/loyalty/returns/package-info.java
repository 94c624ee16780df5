/** What a return takes back, and who bears what is no longer there. */
@NullMarked
package org.guildhall.loyalty.returns;

import org.jspecify.annotations.NullMarked;
