package org.guildhall.mall.orders;

import java.util.UUID;
import org.guildhall.mall.RedemptionView;
import org.jspecify.annotations.Nullable;

/**
 * A redemption with what only the mall itself needs of it: the version of its rules, the ledger's hold and use, and the keys
 * that ended it.
 */
record Stored(
        RedemptionView view,
        int rules,
        UUID hold,
        @Nullable UUID use,
        @Nullable UUID closeKey,
        @Nullable UUID returnKey) {

    /** The same, shown so. */
    Stored with(RedemptionView shown) {
        return new Stored(shown, rules, hold, use, closeKey, returnKey);
    }
}
