package org.guildhall.ledger.booking;

import java.util.Comparator;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.ledger.Asset;

/** Whose account of what. */
record AccountKey(MemberId member, Asset asset) {

    /** The order in which the database sorts accounts, in which everybody locks them. */
    static final Comparator<AccountKey> ORDER = Comparator.<AccountKey, UUID>comparing(
                    key -> key.member().value(), AccountKey::unsigned)
            .thenComparing(AccountKey::asset);

    private static int unsigned(UUID one, UUID other) {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    }
}
