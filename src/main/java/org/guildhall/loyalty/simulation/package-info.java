/** Replays everybody's facts by the policies in force and by a draft, and keeps how the two differ as the draft's reason. */
@NullMarked
package org.guildhall.loyalty.simulation;

import org.jspecify.annotations.NullMarked;
