package org.guildhall.policies;

import org.jspecify.annotations.Nullable;

/**
 * One thing in which two policies differ.
 *
 * @param path where, such as {@code ladder[gold].threshold}; items of lists are named by their code where they have one
 * @param from the former value as JSON; absent if there was none
 * @param to the new value as JSON; absent if there is none any more
 */
public record Difference(
        String path, @Nullable Object from, @Nullable Object to) {}
