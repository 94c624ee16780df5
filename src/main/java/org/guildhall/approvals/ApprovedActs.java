package org.guildhall.approvals;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Who wanted what was done with the last yes; the doing itself is the machine's. For modules' own lists of acts: no
 * permission.
 */
public interface ApprovedActs {

    /** The approved requests of a kind for these subjects, by subject; a subject that never waited is absent. */
    Map<UUID, Asker> askers(String kind, Collection<UUID> subjects);

    /** The subjects of the approved requests of a kind that these asked for, by their references. */
    Set<UUID> subjects(String kind, Collection<String> requesters);

    /** Who asked, as a reference and by name, and the request. */
    record Asker(UUID request, String reference, String name) {}
}
