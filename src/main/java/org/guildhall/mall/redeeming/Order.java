package org.guildhall.mall.redeeming;

import java.util.UUID;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.Ids;
import org.guildhall.kernel.Money;
import org.guildhall.mall.Redeem;
import org.jspecify.annotations.Nullable;

/**
 * An order as it waits to be placed: what is asked, by whom, the hash by which a repetition is recognised, and the act to be
 * remembered, with its request. What was won costs no money.
 */
record Order(UUID id, Redeem asked, Actor by, UUID content, AuditEntry act, boolean won) {

    static Order of(Redeem asked, String key, Actor by, Audit audit) {
        var id = Ids.derived("redemption|" + key);
        var content =
                asked.member() + "|" + asked.reward() + "|" + asked.quantity() + "|" + asked.store() + agreed(asked);
        var act = audit.attributed(AuditEntry.of("mall.redeemed", "redemption", id)
                .about(asked.member())
                .in(asked.store()));
        return new Order(id, asked, by, Ids.derived(content), act, false);
    }

    /** The same, won: whoever gives it bears its money. */
    Order asWon() {
        return new Order(id, asked, by, content, act, true);
    }

    /** Nothing where neither price nor payment is stated, so that earlier orders keep their hash. */
    private static String agreed(Redeem asked) {
        var text = new StringBuilder();
        var price = asked.price();
        if (price != null) {
            text.append("|price ").append(price.points()).append(' ').append(text(price.cash()));
        }
        var payment = asked.payment();
        if (payment != null) {
            text.append("|paid at ").append(payment.store());
            payment.tenders()
                    .forEach(tender -> text.append('|')
                            .append(tender.method().code())
                            .append(' ')
                            .append(text(tender.amount()))
                            .append(' ')
                            .append(tender.reference()));
        }
        return text.toString();
    }

    private static String text(@Nullable Money money) {
        return money == null ? "none" : money.minor() + " " + money.currency().getCurrencyCode();
    }
}
