package org.guildhall.ledger;

import java.util.List;

/**
 * What a statement's period did to one asset: {@code opening + came - went = closing}.
 *
 * @param came sum of the movements that raised the balance
 * @param went sum of those that lowered it, above zero
 * @param lots what the closing balance consists of, the first to expire first; debt before them
 */
public record StatementSummary(Asset asset, long opening, long came, long went, long closing, List<LotView> lots) {

    /** Copies the list. */
    public StatementSummary {
        lots = List.copyOf(lots);
    }
}
