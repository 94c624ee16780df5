/** Proves over all accounts that movements, top-ups and the ledger agree. */
@NullMarked
package org.guildhall.prepaid.proofs;

import org.jspecify.annotations.NullMarked;
