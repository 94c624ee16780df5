/** What must always hold of everything sold and taken back. */
@NullMarked
package org.guildhall.checkout.proofs;

import org.jspecify.annotations.NullMarked;
