package org.guildhall.intake.runs;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.guildhall.access.Organisation;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/** Units by the codes that a file names; each code is asked for once, by whichever worker meets it. */
final class Stores {

    private final Organisation organisation;
    private final Map<String, Optional<UnitId>> known = new ConcurrentHashMap<>();

    Stores(Organisation organisation) {
        this.organisation = organisation;
    }

    /** The unit open today with this code, or null. */
    @Nullable
    UnitId find(@Nullable String code) {
        if (code == null) {
            return null;
        }
        return known.computeIfAbsent(code, c -> organisation.byCode(c).map(unit -> unit.id()))
                .orElse(null);
    }
}
