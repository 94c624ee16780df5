/** The pure function from a member's facts and the policies' timelines to what the ledger and the tier history should say. */
@NullMarked
package org.guildhall.loyalty.replay;

import org.jspecify.annotations.NullMarked;
