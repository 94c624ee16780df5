package org.guildhall.adjustments;

import org.guildhall.approvals.AuthorityOutlook;

/**
 * What would become of a change by hand, before it is made.
 *
 * @param today what was given to and taken from the member by hand today, in either direction together
 * @param waiting what waits for somebody's yes about the member
 * @param authority what the authority table says of the change together with both
 */
public record ChangeOutlook(long today, long waiting, AuthorityOutlook authority) {}
