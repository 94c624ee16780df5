package org.guildhall.policies;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A draft with what it would change of the version in force today. */
public record DraftView(
        UUID id,
        String kind,
        int revision,
        int basedOn,
        Map<String, Object> body,
        List<Difference> differences,
        String editedBy,
        String editorName,
        Instant editedAt) {}
