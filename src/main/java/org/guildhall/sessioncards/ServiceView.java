package org.guildhall.sessioncards;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;

/** A service of which sessions are sold. */
@Schema(name = "SessionService")
public record ServiceView(UUID id, ServiceDetails details, int revision) {}
