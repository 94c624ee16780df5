package org.guildhall.members;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A set of changes made by one act, which can be undone as one: its id and why it is made. */
public record Batch(UUID id, @Nullable String reason) {}
