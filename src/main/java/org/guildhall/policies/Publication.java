package org.guildhall.policies;

import java.time.LocalDate;
import org.guildhall.kernel.Actor;

/**
 * A draft about to be published.
 *
 * @param editedBy reference of the actor who saved the draft last
 */
public record Publication(
        String kind, String editedBy, String editorName, Actor publisher, LocalDate effectiveFrom, String reason) {}
