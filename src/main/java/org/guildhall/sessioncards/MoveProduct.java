package org.guildhall.sessioncards;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;

/** Puts a product on sale, or withdraws it; cards that were sold stay good. */
@Schema(name = "MoveSessionProduct")
public record MoveProduct(ProductView.@NotNull State state, int expectedRevision) {}
