package org.guildhall.cashback;

import java.util.UUID;
import org.guildhall.kernel.Slice;

/** Cashback as money at the counter. Each write takes the caller's key: the same key does it once. */
public interface CashbackTill {

    /** Pays with cashback; refused where there is less. */
    CashbackUseView use(UseCashback command, String key);

    /** Takes a use back: what it took is the member's again. */
    CashbackUseView takeBack(UUID use, TakeBackCashback command, String key);

    /** One page of uses within reach, the last recorded first. */
    Slice<CashbackUseView> uses(CashbackUseQuery query);
}
