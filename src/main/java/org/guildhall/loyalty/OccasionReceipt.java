package org.guildhall.loyalty;

import io.swagger.v3.oas.annotations.media.Schema;
import org.guildhall.kernel.Explanation;

/**
 * What recording an occasion came to.
 *
 * @param replayed whether it was recorded before; nothing changed then
 * @param why what it brought, line by line; also why it brought nothing
 * @param tier the member's tier now
 */
@Schema(name = "OccasionReceipt")
public record OccasionReceipt(
        OccasionView occasion, boolean replayed, Explanation why, String tier, boolean tierChanged) {}
