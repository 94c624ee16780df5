package org.guildhall.cashback;

import java.time.LocalDate;
import org.guildhall.kernel.Money;

/** Tells what waits to be credited to members together. For code: the module that shows it checks who may. */
public interface CashbackStock {

    /**
     * What purchases until the end of a day bring, as it is known now, that was not credited by then. What was returned since is
     * left out: it will never be credited.
     */
    Waiting waiting(LocalDate asOf);

    /**
     * What waits until the days for returns are over.
     *
     * @param cashback for buying
     * @param commission for having recommended whoever bought
     */
    record Waiting(Money cashback, Money commission) {}
}
