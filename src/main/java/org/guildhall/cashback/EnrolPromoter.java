package org.guildhall.cashback;

import jakarta.validation.constraints.NotNull;
import org.guildhall.kernel.MemberId;

/**
 * Enrol a member.
 *
 * @param consent that they agreed to the terms in force; refused without
 */
public record EnrolPromoter(@NotNull MemberId member, boolean consent) {}
