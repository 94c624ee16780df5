package org.guildhall.policies;

import java.time.LocalDate;
import java.util.Map;

/** What an institution already lived by when it came here; entered once, by the machine, before anything was decided. */
public interface FoundingPolicies {

    /**
     * Enters a version that has been in force since a day, possibly past, inside the caller's transaction. It is checked like
     * a draft. Only a {@link org.guildhall.kernel.Actor.Machine} may; anybody else publishes from today on.
     */
    void establish(String kind, Map<String, Object> body, LocalDate effectiveFrom, String reason);
}
