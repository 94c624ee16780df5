package org.guildhall.ledger.booking;

import org.guildhall.kernel.MemberId;
import org.guildhall.ledger.Asset;

/** Whose account of what. */
record AccountKey(MemberId member, Asset asset) {}
