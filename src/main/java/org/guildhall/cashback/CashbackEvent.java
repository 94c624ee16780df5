package org.guildhall.cashback;

import java.util.Set;
import org.guildhall.kernel.MemberId;

/** What happened in cashback; published inside the transaction that made it so. */
public sealed interface CashbackEvent {

    /** Whom these members' purchases bring something changed. */
    record CustomersBound(Set<MemberId> customers) implements CashbackEvent {}
}
