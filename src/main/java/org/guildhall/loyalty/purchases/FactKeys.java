package org.guildhall.loyalty.purchases;

import java.util.UUID;
import org.guildhall.kernel.Ids;
import org.guildhall.loyalty.PurchaseFact;
import org.guildhall.loyalty.ReturnFact;

/** Identifiers of facts, derived from their external keys, and hashes of their contents. */
final class FactKeys {

    private FactKeys() {}

    /** The identifier of the purchase that is the so-manieth of its key. */
    static UUID purchase(String source, String number, int generation) {
        return Ids.derived("purchase|" + source + '|' + generation + '|' + number);
    }

    /** The identifier of the return that is the so-manieth of its key. */
    static UUID returned(String source, String number, int generation) {
        return Ids.derived("return|" + source + '|' + generation + '|' + number);
    }

    /** What the purchase says; without its time when the time was not given but taken from the clock. */
    static UUID content(PurchaseFact fact, boolean timeGiven) {
        var text = new StringBuilder(160)
                .append(fact.member())
                .append('|')
                .append(timeGiven ? fact.occurredAt() : "")
                .append('|')
                .append(fact.store())
                .append('|')
                .append(fact.staff())
                .append('|')
                .append(fact.total().minor())
                .append(fact.total().currency())
                .append('|')
                .append(fact.payment());
        for (var line : fact.lines()) {
            text.append('\n')
                    .append(line.product())
                    .append('\t')
                    .append(line.category())
                    .append('\t')
                    .append(line.quantityMilli())
                    .append('\t')
                    .append(line.amount().minor());
        }
        return Ids.derived(text.toString());
    }

    /** What the return says. */
    static UUID content(ReturnFact fact, boolean timeGiven) {
        var text = new StringBuilder(120)
                .append(fact.member())
                .append('|')
                .append(fact.purchaseNumber())
                .append('|')
                .append(timeGiven ? fact.occurredAt() : "")
                .append('|')
                .append(fact.amount());
        fact.lines().forEach(line -> text.append('\n').append(line));
        return Ids.derived(text.toString());
    }
}
