package org.guildhall.adjustments;

import org.guildhall.approvals.AuthorityOutlook;
import org.guildhall.platform.RunPreview;

/**
 * What undoing a run would find.
 *
 * @param found whom and what it would move
 * @param authority whether that waits for somebody's yes, and whose
 */
public record RunUndoPreview(RunPreview found, AuthorityOutlook authority) {}
