package org.guildhall.ledger;

import java.util.Set;

/**
 * Assets that a module moves by rules of its own, so that nobody changes them by hand; that module offers it as a bean.
 *
 * @param tells whether that module also tells on timelines what moved, so that the ledger need not
 */
public record KeptAssets(String keeper, Set<Asset> assets, boolean tells) {

    /** Copies the set. */
    public KeptAssets {
        assets = Set.copyOf(assets);
    }
}
