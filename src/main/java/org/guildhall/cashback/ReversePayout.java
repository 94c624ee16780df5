package org.guildhall.cashback;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.guildhall.kernel.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * Take payments back that did not reach whom they were for; what they were is due again.
 *
 * @param member whose; everybody's if absent
 */
public record ReversePayout(
        @Nullable MemberId member,
        @NotBlank @Size(max = 300) String reason) {}
