package org.guildhall.members.attributes;

import org.jspecify.annotations.Nullable;

/** A tag members can wear: its words, the name of its colour, when to use it, and whether it is still offered. */
public record Tag(String tag, String colour, @Nullable String description, boolean retired) {}
