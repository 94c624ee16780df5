package org.guildhall.intake.profiling;

import java.util.HashSet;
import org.guildhall.intake.ImportSettings;
import org.guildhall.intake.PrepareImport;
import org.guildhall.intake.Profile;

/** Proposes for a file what was decided for an earlier one, so that the same purchases keep the same source. */
public final class Precedent {

    private Precedent() {}

    /**
     * The profile with the earlier decisions, or as it is when they do not fit its columns. The same content and rows sent
     * back for correction are read as they were; of another file's settings only the source is taken.
     */
    public static Profile follow(Profile profile, PrepareImport earlier, boolean sameContent) {
        var known = new HashSet<>(profile.columnNames());
        boolean fits = earlier.mapping().fields().stream().allMatch(source -> known.containsAll(source.columns()));
        if (!fits) {
            return profile;
        }
        boolean sentBack = ErrorFile.leading(profile.columnNames()) > 0;
        ImportSettings settings = sameContent || sentBack
                ? earlier.settings()
                : profile.settings().from(earlier.settings().source());
        return profile.proposing(new PrepareImport(earlier.kind(), null, earlier.mapping(), settings));
    }
}
