package org.guildhall.prepaid.acts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Ids;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.platform.RetriedTransaction;
import org.guildhall.policies.InForce;
import org.guildhall.policies.Policies;
import org.guildhall.prepaid.PrepaidPolicy;
import org.guildhall.prepaid.PrepaidRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Gives each act its turn: the accounts locked in the order of their members, the act done once per key, all in one
 * transaction.
 */
@Component
class Turns {

    private final AccountStore accounts;
    private final MovementStore movements;
    private final Policies policies;
    private final BusinessTime time;
    private final RetriedTransaction transaction;

    Turns(
            AccountStore accounts,
            MovementStore movements,
            Policies policies,
            BusinessTime time,
            RetriedTransaction transaction) {
        this.accounts = accounts;
        this.movements = movements;
        this.policies = policies;
        this.time = time;
        this.transaction = transaction;
    }

    /**
     * What is asked: the caller's key, everything that must be the same when it comes again, and when it is told to have
     * happened (now if absent).
     */
    record Wish(String key, List<?> content, @Nullable Instant as) {

        UUID id() {
            return Ids.derived("prepaid|" + key);
        }

        UUID hash() {
            return Ids.derived(content.toString());
        }
    }

    /** Does the act unless the key did it before; gives the movement's identifier. */
    UUID take(MemberId member, Wish wish, Consumer<Turn> act) {
        return take(List.of(member), wish, turns -> act.accept(turns.getFirst()));
    }

    /** The same for several accounts; the first one's movement has the key's own identifier. */
    UUID take(List<MemberId> members, Wish wish, Consumer<List<Turn>> act) {
        // Asked for before the accounts are locked: who waits for a lock must not keep others from the connection they
        // need.
        var rules = rules(wish.as);
        return transaction.get(() -> {
            var now = time.now();
            members.stream().sorted().forEach(member -> accounts.lock(member, now));
            if (!doneBefore(wish)) {
                act.accept(members.stream()
                        .map(member -> turn(member, wish, rules, member.equals(members.getFirst())))
                        .toList());
            }
            return wish.id();
        });
    }

    /** What is done in one transaction. */
    <T> T together(Supplier<T> work) {
        return transaction.get(work);
    }

    /** The account as an act would find it now, without locking it. */
    Turn glance(MemberId member, @Nullable Instant as) {
        return new Turn(
                member,
                new Turn.Act(new UUID(0, 0), new UUID(0, 0)),
                new AccountStore.Account(accounts.frozen(member), 0),
                accounts.stakes(member),
                accounts.locked(member),
                rules(as),
                day(as),
                as);
    }

    private boolean doneBefore(Wish wish) {
        var earlier = movements.find(wish.id());
        if (earlier.isPresent() && !earlier.get().getContentHash().equals(wish.hash())) {
            throw Refusal.of(new PrepaidRefusal.MovementDiffers(wish.id()));
        }
        return earlier.isPresent();
    }

    private Turn turn(MemberId member, Wish wish, InForce<PrepaidPolicy> rules, boolean first) {
        var id = first ? wish.id() : Ids.derived("prepaid|" + wish.key + "|" + member);
        return new Turn(
                member,
                new Turn.Act(id, wish.hash()),
                accounts.lock(member, time.now()),
                accounts.stakes(member),
                accounts.locked(member),
                rules,
                day(wish.as),
                wish.as);
    }

    private InForce<PrepaidPolicy> rules(@Nullable Instant as) {
        return policies.inForce(PrepaidPolicy.KIND, day(as));
    }

    private LocalDate day(@Nullable Instant as) {
        return as == null ? time.today() : time.dateOf(as);
    }
}
