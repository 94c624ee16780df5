package org.guildhall.ledger;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A law over what another module keeps beside the ledger; that module offers it as a bean, and it is proven with the others in
 * one snapshot. Its code has a text in every language.
 */
public sealed interface ModuleLaw {

    /** Stable, {@code <module>.<kebab>}. */
    String code();

    /**
     * One query over the module's own tables decides.
     *
     * @param facts the table whose rows the law covers
     * @param breach a query whose first column, in its first row, tells the first fact that breaks the law; no row if none does;
     *     it ends with {@code limit 1}
     */
    record ByQuery(String code, String facts, String breach) implements ModuleLaw {}

    /** What members own of some assets is what the module's own records make, whichever of the two is missing. */
    record ByBalances(String code, List<Total> totals) implements ModuleLaw {

        /** Copies the list. */
        public ByBalances {
            totals = List.copyOf(totals);
        }
    }

    /**
     * What the module's records make of one asset.
     *
     * @param query gives {@code member_id} and {@code total}, one row a member
     */
    record Total(Asset asset, String query) {}

    /** What the module believes to be held, used or released is so in the ledger. */
    record ByHolds(String code, HoldClaims claims) implements ModuleLaw {}

    /** Tells what should be held, a piece at a time. */
    @FunctionalInterface
    interface HoldClaims {

        /** The claims of at most {@code limit} facts whose identifiers come after this one, in their order. */
        List<HoldClaim> after(UUID about, int limit);
    }

    /** A hold that a fact says it has; one without an identifier breaks the law. */
    record HoldClaim(UUID about, @Nullable UUID hold, UUID member, Asset asset, long amount, Hold.State state) {

        /** Whether the ledger's hold is the one claimed. */
        public boolean agrees(@Nullable Hold with) {
            return with != null
                    && with.member().value().equals(member)
                    && with.asset().equals(asset)
                    && with.amount() == amount
                    && with.state() == state;
        }
    }

    /** The module looks for itself; called in the snapshot in which all laws are proven. */
    record ByLooking(String code, Supplier<Finding> look) implements ModuleLaw {}

    /** How many facts were looked at, and the first that breaks the law. */
    record Finding(long covered, @Nullable String counterExample) {}
}
