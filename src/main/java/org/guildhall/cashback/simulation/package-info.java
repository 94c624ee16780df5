/** Replays purchases by drafts of the rates and of distribution, by the functions that count them. */
@NullMarked
package org.guildhall.cashback.simulation;

import org.jspecify.annotations.NullMarked;
