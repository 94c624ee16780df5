package org.guildhall.insights.copy;

import java.util.Set;
import org.guildhall.access.Scope;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/** Which rows figures may count: those the reader's scope opens and, of them, those of the units asked for (absent: all). */
public record Reach(Scope scope, @Nullable Set<UnitId> units) {

    /** Everything. */
    public static final Reach ALL = new Reach(new Scope.All(), null);
}
