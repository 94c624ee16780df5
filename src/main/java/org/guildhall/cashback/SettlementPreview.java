package org.guildhall.cashback;

import java.time.LocalDate;
import org.guildhall.kernel.Money;

/** What settling through a day would credit: to how many members, for how many rebates, and how much of each kind. */
public record SettlementPreview(LocalDate through, long members, long rebates, Money cashback, Money commission) {}
