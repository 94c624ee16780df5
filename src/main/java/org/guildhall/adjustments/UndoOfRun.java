package org.guildhall.adjustments;

import org.guildhall.platform.RunView;
import org.jspecify.annotations.Nullable;

/**
 * What became of undoing a run.
 *
 * @param run the run that undoes it, once that has begun
 * @param asked the latest request for somebody's yes and where it stands, if one was needed
 */
public record UndoOfRun(@Nullable RunView run, Adjusted.@Nullable Asked asked) {}
