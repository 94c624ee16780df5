/** Why a posting moved what it did, in steps that a screen can put into words. */
@NullMarked
package org.guildhall.ledger.reasons;

import org.jspecify.annotations.NullMarked;
