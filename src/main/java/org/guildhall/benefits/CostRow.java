package org.guildhall.benefits;

import io.swagger.v3.oas.annotations.media.Schema;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * What some uses cost.
 *
 * @param key the benefit's or tier's code, the store's identifier, or the month as {@code 2026-03}; empty for no tier
 * @param store where each of them is told store by store
 * @param name of a benefit as it was called last; else the key
 */
@Schema(name = "BenefitCost")
public record CostRow(String key, String name, @Nullable UnitId store, long uses, long members, Money cost) {}
