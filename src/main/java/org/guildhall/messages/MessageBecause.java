package org.guildhall.messages;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Tries again or calls off, for a reason. */
public record MessageBecause(@NotBlank @Size(max = 300) String reason) {}
