package org.guildhall.cashback;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of taking payments back.
 *
 * @param request that waits for a decision; absent where it is done
 */
@Schema(name = "PayoutReversal")
public record ReversalAnswer(PayoutView payout, @Nullable UUID request) {}
