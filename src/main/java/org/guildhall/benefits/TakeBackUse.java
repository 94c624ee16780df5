package org.guildhall.benefits;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Takes a use back that did not come about after all. */
public record TakeBackUse(@NotBlank @Size(max = 300) String reason) {}
