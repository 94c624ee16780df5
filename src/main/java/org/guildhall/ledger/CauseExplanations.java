package org.guildhall.ledger;

import java.util.UUID;
import org.guildhall.kernel.Explanation;

/** Tells why postings have their amounts, where another module decided them; that module implements it as a bean. */
public interface CauseExplanations {

    /** Whether facts of this sort are explained here. */
    boolean explains(String causeType);

    /** Why the fact brought what it did, worked out by the function that decided it; refused to who may not see the fact. */
    Explanation why(UUID causeId);
}
