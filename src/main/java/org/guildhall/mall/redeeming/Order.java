package org.guildhall.mall.redeeming;

import java.util.UUID;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.Ids;
import org.guildhall.mall.Redeem;

/**
 * An order as it waits to be placed: what is asked, by whom, the hash by which a repetition is recognised, and the act to be
 * remembered, with its request.
 */
record Order(UUID id, Redeem asked, Actor by, UUID content, AuditEntry act) {

    static Order of(Redeem asked, String key, Actor by, Audit audit) {
        var id = Ids.derived("redemption|" + key);
        var content = asked.member() + "|" + asked.reward() + "|" + asked.quantity() + "|" + asked.store();
        var act = audit.attributed(AuditEntry.of("mall.redeemed", "redemption", id)
                .about(asked.member())
                .in(asked.store()));
        return new Order(id, asked, by, Ids.derived(content), act);
    }
}
