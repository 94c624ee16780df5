/** What members own, for those who may see it. */
@NullMarked
package org.guildhall.ledger.owned;

import org.jspecify.annotations.NullMarked;
