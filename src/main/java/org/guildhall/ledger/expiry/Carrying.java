package org.guildhall.ledger.expiry;

import java.util.List;
import org.guildhall.access.Access;
import org.guildhall.ledger.CarryLot;
import org.guildhall.ledger.CauseKey;
import org.guildhall.ledger.Receipt;
import org.guildhall.ledger.allocation.Act;
import org.guildhall.ledger.booking.Booker;
import org.guildhall.ledger.booking.Request;
import org.springframework.stereotype.Component;

/** Moves single lots to a later day of expiry. */
@Component
public class Carrying {

    private final Booker booker;
    private final Access access;

    Carrying(Booker booker, Access access) {
        this.booker = booker;
        this.access = access;
    }

    /** Carries what the lot holds and what lapsed from it. */
    public Receipt carry(CauseKey key, CarryLot lot) {
        var head = new Request.Head(key, lot.member(), CarryLot.KIND, null, "manual", key.postingId(), lot.reason(), 0);
        var act = new Act.Carried(lot.asset(), lot.from(), lot.to());
        return booker.book(List.of(Request.of(head, List.of(act), access.actor(), null)))
                .getFirst()
                .orThrow();
    }
}
