package org.guildhall.intake;

import org.guildhall.access.Permission;

/** What the intake can permit; an import reaches over all units, so only somebody with all of them may act. */
public final class ImportPermissions {

    /** See imports, their reports and rejected rows. */
    public static final Permission READ = new Permission("intake.read");

    /** Upload, check and import files; keep mappings. */
    public static final Permission IMPORT = new Permission("intake.import");

    /** Undo an import. */
    public static final Permission UNDO = new Permission("intake.undo");

    private ImportPermissions() {}
}
