package org.guildhall.mall;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Receives pieces, or puts their count right (below zero takes away), for a reason. */
public record MoveStock(
        @NotNull Kind kind,
        @Min(-1_000_000) @Max(1_000_000) long quantity,
        @NotBlank @Size(max = 300) String reason) {

    /** What staff may do to stock. */
    @io.swagger.v3.oas.annotations.media.Schema(name = "StockMove", enumAsRef = true)
    public enum Kind {
        /** Pieces came in. */
        RECEIVED,
        /** A count is put right. */
        CORRECTED
    }
}
