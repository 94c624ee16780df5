package org.guildhall.members.attributes;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** A tag members can wear: its words, the name of its colour, when to use it, and whether it is still offered. */
public record Tag(
        @NotNull String tag,
        @NotNull String colour,
        @Nullable String description,
        boolean retired) {}
