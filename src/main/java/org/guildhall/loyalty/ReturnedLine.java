package org.guildhall.loyalty;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import org.guildhall.kernel.Money;

/**
 * A part of a purchase line given back.
 *
 * @param line the line's number within its purchase, from 1
 */
@Schema(name = "ReturnedLine")
public record ReturnedLine(
        @Min(1) int line,
        @Positive long quantityMilli,
        @NotNull Money amount) {}
