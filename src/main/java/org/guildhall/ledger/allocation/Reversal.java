package org.guildhall.ledger.allocation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guildhall.ledger.Movement.Clawback;
import org.guildhall.ledger.Movement.Grant;
import org.guildhall.ledger.Movement.Spend;
import org.guildhall.ledger.Shortage;

/** The counter-acts of a posting: what it granted is clawed back, what it clawed back is granted, what it spent returns. */
public final class Reversal {

    private Reversal() {}

    /** The counter-acts, or nothing if the acts are undone in other ways (expiry, reversals themselves). */
    public static Optional<List<Act>> of(UUID posting, List<Act> acts) {
        var counter = new LinkedHashSet<Act>();
        var repeated = new java.util.ArrayList<Act>();
        for (var act : acts) {
            switch (act) {
                case Act.Moved(Grant(var asset, var amount, var on)) ->
                    repeated.add(new Act.Moved(new Clawback(asset, amount, on, Shortage.DEBT)));
                case Act.Moved(Clawback(var asset, var amount, var on, var shortage)) ->
                    repeated.add(new Act.Moved(new Grant(asset, amount, on)));
                case Act.Moved(Spend spend) -> counter.add(new Act.Restored(spend.asset(), posting));
                case Act.Settled(var asset, var hold) -> counter.add(new Act.Restored(asset, posting));
                case Act.Lapsed lapsed -> {
                    return Optional.empty();
                }
                case Act.Restored restored -> {
                    return Optional.empty();
                }
                case Act.RestoredPart restored -> {
                    return Optional.empty();
                }
                case Act.Carried carried -> {
                    return Optional.empty();
                }
            }
        }
        repeated.addAll(counter);
        return Optional.of(List.copyOf(repeated));
    }
}
