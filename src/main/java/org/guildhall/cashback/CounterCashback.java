package org.guildhall.cashback;

import java.time.Instant;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.UnitId;

/** Cashback as money of a checkout, inside the counter's own transaction and under its own permissions. */
public interface CounterCashback {

    /** Where, when and in which checkout or return something is done; the number is the receipt's. */
    record Occasion(UUID about, UnitId store, Instant at, String number) {}

    /** Pays so much of a checkout; refused where there is less. Gives the ledger's posting. */
    UUID pay(MemberId member, Money amount, Occasion checkout);

    /**
     * Gives so much of what paid for a checkout back, to where it came from, with goods that came back; never more than was
     * paid. Gives the ledger's posting.
     */
    UUID giveBack(UUID checkout, Money amount, String reason, Occasion back);
}
