package org.guildhall.ledger;

import java.util.List;
import org.guildhall.kernel.MemberId;

/** What a member owns, by asset; an asset never moved is not listed. */
public record Balances(MemberId member, List<Balance> balances) {

    /**
     * One asset: {@code balance} is the sum of its lots, {@code available} what could be spent now, {@code held} what is on
     * hold (no longer in the balance), {@code owed} the debt in the balance.
     */
    public record Balance(Asset asset, long balance, long available, long held, long owed) {}

    /** The balance of an asset, zero if it was never moved. */
    public long of(Asset asset) {
        return balances.stream()
                .filter(balance -> balance.asset().equals(asset))
                .mapToLong(Balance::balance)
                .findFirst()
                .orElse(0);
    }
}
