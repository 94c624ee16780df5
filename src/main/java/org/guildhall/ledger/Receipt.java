package org.guildhall.ledger;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Proof that a posting is booked: its lines and the balances of the assets it moved.
 *
 * <p>{@code replayed} says that the key was known and nothing was booked now; the lines are those of the first time, the
 * balances those of the moment.
 */
public record Receipt(UUID postingId, boolean replayed, List<EntryView> entries, Map<Asset, Long> balances) {}
