package org.guildhall.ledger;

import org.guildhall.access.Permission;

/** What posts can allow about value. */
public final class LedgerPermissions {

    /** See balances, lots, holds and statements. */
    public static final Permission READ = Permission.of("ledger.read");

    /** Grant, take and reverse value by hand. */
    public static final Permission ADJUST = Permission.of("ledger.adjust");

    /** See the laws' proofs and have them proven again. */
    public static final Permission PROVE = Permission.of("ledger.prove");

    private LedgerPermissions() {}
}
