package org.guildhall.cashback.acts;

import java.util.UUID;
import org.guildhall.cashback.CashbackPermissions;
import org.guildhall.kernel.Explanation;
import org.guildhall.ledger.CauseExplanations;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells the ledger why postings of rebates have their amounts. */
@Component
class CashbackExplanations implements CauseExplanations {

    // The ledger knows its explanations, and rebates need the ledger: the circle is closed when first asked.
    private final ObjectProvider<RebateBook> book;
    private final ObjectProvider<Reach> reach;

    CashbackExplanations(ObjectProvider<RebateBook> book, ObjectProvider<Reach> reach) {
        this.book = book;
        this.reach = reach;
    }

    @Override
    public boolean explains(String causeType) {
        return causeType.equals(Crediting.CAUSE);
    }

    @Override
    public Explanation why(UUID causeId) {
        var row = book.getObject().row(causeId);
        reach.getObject().requireEither(row, CashbackPermissions.READ);
        return book.getObject().why(row);
    }
}
