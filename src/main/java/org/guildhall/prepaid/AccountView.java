package org.guildhall.prepaid;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;

/**
 * What a member has.
 *
 * @param principal spendable principal
 * @param bonus spendable bonus
 * @param locked set aside for payments under way, of both
 * @param named whether the member's name and identity document are known, which decides the cap
 * @param topUps what is left of each, the one spent first at the head
 */
public record AccountView(
        MemberId member,
        Money principal,
        Money bonus,
        Money locked,
        boolean frozen,
        boolean named,
        Money cap,
        List<TopUpLeft> topUps) {

    /** What is left of a top-up. */
    public record TopUpLeft(
            UUID id, Instant paidAt, boolean received, Money paid, Money gift, Money principal, Money bonus) {}
}
