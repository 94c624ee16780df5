package org.guildhall.intake;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What undoing an import would do and what depends on it.
 *
 * @param members members the import touched
 * @param withdrawn members it entered, who would be withdrawn
 * @param setBack members whose values would be set back
 * @param changedSince values that somebody changed since; they stay as they are
 * @param purchases purchases and returns that would be voided
 * @param points points that the import granted; of those spent since, the taking back becomes debt or loss by policy
 */
@Schema(name = "ImportUndoPreview")
public record ImportUndoPreview(
        long members, long withdrawn, long setBack, long changedSince, long purchases, long points) {}
