package org.guildhall.loyalty;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Record these purchases and returns; each has its own source and number, and is recorded or refused by itself. */
@Schema(name = "BulkPurchases")
public record BulkPurchases(
        @NotNull @Size(max = 2000) List<@Valid @NotNull RecordPurchase> purchases,
        @Nullable @Size(max = 2000) List<@Valid @NotNull RecordReturn> returns) {}
