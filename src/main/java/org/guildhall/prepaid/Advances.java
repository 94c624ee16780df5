package org.guildhall.prepaid;

/** What the company holds of money paid in advance, against what the law lets it hold and what of it has to be in custody. */
public interface Advances {

    /** How it stands now; for those who see what is owed to members. */
    AdvanceView standing();
}
