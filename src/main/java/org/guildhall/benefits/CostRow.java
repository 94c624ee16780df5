package org.guildhall.benefits;

import io.swagger.v3.oas.annotations.media.Schema;
import org.guildhall.kernel.Money;

/**
 * What some uses cost.
 *
 * @param key the benefit's or tier's code, the store's identifier, or the month as {@code 2026-03}; empty for no tier
 * @param name of a benefit as it was called last; else the key
 */
@Schema(name = "BenefitCost")
public record CostRow(String key, String name, long uses, long members, Money cost) {}
