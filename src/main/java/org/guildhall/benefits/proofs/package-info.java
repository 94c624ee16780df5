/** What must always hold of entitlements and uses. */
@NullMarked
package org.guildhall.benefits.proofs;

import org.jspecify.annotations.NullMarked;
