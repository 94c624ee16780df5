/** Money paid in advance against what the law lets the company hold: how it stands, and whether more may come in. */
@NullMarked
package org.guildhall.prepaid.advances;

import org.jspecify.annotations.NullMarked;
