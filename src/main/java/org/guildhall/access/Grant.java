package org.guildhall.access;

import jakarta.validation.constraints.NotNull;

/** A permission with its reach, as a post gives it or a person holds it. */
public record Grant(@NotNull Permission permission, @NotNull ScopeLevel scope) {}
