package org.guildhall.mall.redeeming;

import java.util.UUID;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.Ids;
import org.guildhall.mall.Redeem;

/** An order as it waits to be placed: what is asked, by whom, and the hash by which a repetition is recognised. */
record Order(UUID id, Redeem asked, Actor by, UUID content) {

    static Order of(Redeem asked, String key, Actor by) {
        var content = asked.member() + "|" + asked.reward() + "|" + asked.quantity() + "|" + asked.store();
        return new Order(Ids.derived("redemption|" + key), asked, by, Ids.derived(content));
    }
}
