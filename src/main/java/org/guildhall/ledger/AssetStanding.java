package org.guildhall.ledger;

/**
 * How all members together stood in an asset at an instant.
 *
 * @param inLots what they could spend
 * @param held what was set aside for redemptions and payments under way
 * @param owed what they owed, above zero
 */
public record AssetStanding(Asset asset, long inLots, long held, long owed) {}
