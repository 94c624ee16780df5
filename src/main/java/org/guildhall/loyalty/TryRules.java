package org.guildhall.loyalty;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.guildhall.loyalty.earning.EarningPolicy;

/** Apply draft earning rules to these past purchases, as if they had always held; nothing is stored. */
@Schema(name = "TryRules")
public record TryRules(
        @NotNull @Valid EarningPolicy draft,
        @NotEmpty @Size(max = 50) List<@NotNull UUID> purchases) {}
