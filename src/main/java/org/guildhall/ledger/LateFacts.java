package org.guildhall.ledger;

/**
 * Names a sort of fact that may be learnt after its period was closed, offered as a bean by the module that keeps such facts:
 * what it causes keeps the time at which it was true and is booked in the open period. Everything else that is dated in a
 * closed period is refused.
 *
 * @param causeType as postings name it
 */
public record LateFacts(String causeType) {}
