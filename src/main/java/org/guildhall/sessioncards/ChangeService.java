package org.guildhall.sessioncards;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/** Replaces what is said about a service; cards sold before keep the price they were split by. */
@Schema(name = "ChangeSessionService")
public record ChangeService(@NotNull @Valid ServiceDetails details, int expectedRevision) {}
