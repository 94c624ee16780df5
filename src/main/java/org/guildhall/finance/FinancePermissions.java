package org.guildhall.finance;

import org.guildhall.access.Permission;

/** What posts can allow about the company's accounts. */
public final class FinancePermissions {

    /** See what is owed to members. */
    public static final Permission READ = Permission.of("finance.read");

    /** Take reports out as files. */
    public static final Permission EXPORT = Permission.of("finance.export");

    /** Close a month of the books. */
    public static final Permission CLOSE = Permission.of("finance.close");

    /** Open the month closed last again. */
    public static final Permission REOPEN = Permission.of("finance.reopen");

    private FinancePermissions() {}
}
