package org.guildhall.insights;

import org.guildhall.kernel.Refusal;

/** Why figures are refused. */
public sealed interface InsightsRefusal extends Refusal.Reason {

    /** There is no measure with this code. */
    record UnknownMeasure(String measure) implements InsightsRefusal, Refusal.Missing {}
}
