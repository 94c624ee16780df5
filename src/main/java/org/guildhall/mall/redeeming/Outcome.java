package org.guildhall.mall.redeeming;

import java.util.UUID;
import org.guildhall.kernel.Refusal;
import org.guildhall.mall.RedemptionView;

/** What became of an order of a group. */
sealed interface Outcome {

    /** Points and pieces are held; the code is told once. */
    record Placed(RedemptionView order, String code) implements Outcome {}

    /** It was placed before with the same key. */
    record Earlier(UUID order) implements Outcome {}

    /** Nothing was held. */
    record Refused(Refusal.Reason reason) implements Outcome {}
}
