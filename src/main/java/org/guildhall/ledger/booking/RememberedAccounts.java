package org.guildhall.ledger.booking;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Accounts as the last durable transaction of this process left them; spares locking and reading them again.
 *
 * <p>Never trusted by itself: every change of an account or its lots rewrites the account's row, and what is planned on a
 * remembered account is written only if its row is still the same one, at the same place and written by the same transaction.
 */
@Component
class RememberedAccounts {

    /** Lots in all; each takes about a hundred bytes. */
    private static final int MOST_LOTS = 400_000;

    /** Far less than the database takes to give a transaction number a second time. */
    private static final Duration LONGEST = Duration.ofHours(6);

    private final Cache<AccountKey, Stored.Account> accounts = Caffeine.newBuilder()
            .maximumWeight(MOST_LOTS)
            .expireAfterWrite(LONGEST)
            .weigher((AccountKey key, Stored.Account account) ->
                    2 + account.lots().size())
            .executor(Runnable::run)
            .build();

    /** The account as it was left, which need not be how it is. */
    Stored.@Nullable Account find(AccountKey key) {
        return accounts.getIfPresent(key);
    }

    /** Remembers what a durable transaction left; an instant finer than the database keeps is not remembered. */
    void remember(Map<AccountKey, Stored.Account> left) {
        var exact = new HashMap<>(left);
        exact.values().removeIf(account -> !isExact(account));
        accounts.putAll(exact);
    }

    private static boolean isExact(Stored.Account account) {
        return account.lastOccurred().equals(account.lastOccurred().truncatedTo(ChronoUnit.MICROS))
                && account.lastTaken().equals(account.lastTaken().truncatedTo(ChronoUnit.MICROS));
    }
}
