package org.guildhall.prepaid.proofs;

import java.util.Objects;
import java.util.UUID;
import org.guildhall.ledger.Hold;
import org.guildhall.ledger.Ledger;
import org.guildhall.ledger.ModuleLaw;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** What payments set aside is held, used or released in the ledger as the payment says. */
record LocksAreHolds(PrepaidLawStore store, ObjectProvider<Ledger> ledger) implements ModuleLaw {

    private static final int AT_ONCE = 1_000;

    @Override
    public String code() {
        return "prepaid.locks-are-holds";
    }

    @Override
    public Finding check() {
        long covered = 0;
        var after = new UUID(0, 0);
        while (true) {
            var locks = store.locks(after, AT_ONCE);
            if (locks.isEmpty()) {
                return new Finding(covered, null);
            }
            var holds = ledger.getObject()
                    .holds(locks.stream()
                            .map(PrepaidLawStore.Locked::hold)
                            .filter(Objects::nonNull)
                            .toList());
            for (var lock : locks) {
                var hold = lock.hold() == null ? null : holds.get(lock.hold());
                if (!agrees(lock, hold)) {
                    return new Finding(covered, "payment " + lock + " has hold " + hold);
                }
                covered++;
            }
            after = locks.getLast().payment();
        }
    }

    private static boolean agrees(PrepaidLawStore.Locked lock, @Nullable Hold hold) {
        if (hold == null
                || hold.amount() != lock.amount()
                || !hold.asset().code().equals(lock.asset())) {
            return false;
        }
        return switch (lock.state()) {
            case "locked" -> hold.state() == Hold.State.OPEN;
            case "paid" -> hold.state() == Hold.State.USED;
            default -> hold.state() == Hold.State.RELEASED;
        };
    }
}
