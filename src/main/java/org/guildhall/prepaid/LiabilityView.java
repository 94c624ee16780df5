package org.guildhall.prepaid;

import java.time.LocalDate;
import java.util.List;
import org.guildhall.kernel.Money;

/**
 * What is owed to members.
 *
 * @param principal principal on the accounts now, as the ledger has it
 * @param bonus bonus on the accounts now
 * @param locked set aside for payments under way, of both
 * @param accounts members who have any
 * @param days how it stood at the end of each day on which something moved
 */
public record LiabilityView(Money principal, Money bonus, Money locked, long accounts, List<Day> days) {

    /** The end of one day. */
    @io.swagger.v3.oas.annotations.media.Schema(name = "LiabilityDay")
    public record Day(LocalDate day, Money principal, Money bonus) {}
}
