package org.guildhall.prepaid.acts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Refusal;
import org.guildhall.policies.InForce;
import org.guildhall.prepaid.PrepaidPolicy;
import org.guildhall.prepaid.PrepaidRefusal;
import org.guildhall.prepaid.rules.Stake;
import org.jspecify.annotations.Nullable;

/**
 * One account while it is locked for one act: what it holds, the rules of the day, and the identifier the act will have.
 *
 * @param locked set aside for payments under way
 * @param as when the act is told to have happened; now if absent
 */
record Turn(
        MemberId member,
        Act act,
        AccountStore.Account account,
        List<Stake> stakes,
        long locked,
        InForce<PrepaidPolicy> rules,
        LocalDate today,
        @Nullable Instant as) {

    /** What the caller asked, in its words, under its key. */
    record Act(UUID id, UUID content) {}

    PrepaidPolicy policy() {
        return rules.policy();
    }

    UUID id() {
        return act.id;
    }

    /** The number this act's movement will have. */
    long number() {
        return account.movements() + 1;
    }

    /** All principal and bonus that can be spent. */
    long left() {
        return stakes.stream().mapToLong(Stake::left).sum();
    }

    long principalLeft() {
        return stakes.stream().mapToLong(Stake::principalLeft).sum();
    }

    Money money(long minor) {
        return new Money(minor, currency());
    }

    Currency currency() {
        return policy().caps().named().currency();
    }

    /** Nothing moves while frozen. */
    void requireMoving() {
        if (account.frozen()) {
            throw Refusal.of(new PrepaidRefusal.AccountFrozen());
        }
    }

    /** The amount in the smallest unit, refused unless above zero and in the currency of stored value. */
    long positive(String field, Money amount) {
        return positive(field, amount, currency());
    }

    static long positive(String field, Money amount, Currency currency) {
        if (!amount.currency().equals(currency)) {
            throw InvalidInput.of(field, amount.currency(), "in-the-base-currency");
        }
        if (amount.minor() <= 0) {
            throw InvalidInput.of(field, amount.decimal(), "positive");
        }
        if (amount.minor() > MOST) {
            throw InvalidInput.of(field, amount.decimal(), "within-limit");
        }
        return amount.minor();
    }

    /** More than anybody pays, and far below what cannot be counted. */
    private static final long MOST = 100_000_000_000L;
}
