package org.guildhall.cashback.proofs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.cashback.acts.Shares;
import org.guildhall.cashback.rules.Share;
import org.guildhall.kernel.MemberId;
import org.guildhall.ledger.ModuleLaw.Finding;
import org.guildhall.loyalty.Loyalty;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Counts everybody's purchases anew, plainly, and looks for what is kept otherwise; nothing while rules of today are still being
 * carried out.
 */
@Component
class AsRecomputed {

    private static final int AT_ONCE = 500;

    private final ObjectProvider<Loyalty> loyalty;
    private final ObjectProvider<Shares> shares;
    private final KeptStore store;

    AsRecomputed(ObjectProvider<Loyalty> loyalty, ObjectProvider<Shares> shares, KeptStore store) {
        this.loyalty = loyalty;
        this.shares = shares;
        this.store = store;
    }

    Finding check() {
        if (shares.getObject().since().isEmpty() || shares.getObject().areBehind()) {
            return new Finding(0, null);
        }
        long covered = 0;
        var last = new UUID(0, 0);
        while (true) {
            var buyers = loyalty.getObject().buyers(last, AT_ONCE);
            if (buyers.isEmpty()) {
                return new Finding(covered, null);
            }
            var wanted = wanted(buyers);
            var kept = store.of(buyers);
            var breach = breach(wanted, kept);
            if (breach != null) {
                return new Finding(covered, breach);
            }
            covered += kept.size();
            last = buyers.getLast().value();
        }
    }

    private Map<KeptStore.Of, KeptStore.For> wanted(List<MemberId> buyers) {
        var wanted = new HashMap<KeptStore.Of, KeptStore.For>();
        for (Share share : shares.getObject().of(buyers)) {
            wanted.put(
                    new KeptStore.Of(share.goods().purchase(), share.level()),
                    new KeptStore.For(share.member(), share.amount()));
        }
        return wanted;
    }

    private static @Nullable String breach(
            Map<KeptStore.Of, KeptStore.For> wanted, Map<KeptStore.Of, KeptStore.For> kept) {
        for (var one : kept.entrySet()) {
            var right = wanted.get(one.getKey());
            long amount = right == null ? 0 : right.amount();
            boolean same = amount == one.getValue().amount()
                    && (right == null || right.member().equals(one.getValue().member()));
            if (!same) {
                return told(one.getKey(), one.getValue(), amount);
            }
        }
        for (var one : wanted.entrySet()) {
            if (one.getValue().amount() > 0 && !kept.containsKey(one.getKey())) {
                return told(
                        one.getKey(),
                        new KeptStore.For(one.getValue().member(), 0),
                        one.getValue().amount());
            }
        }
        return null;
    }

    private static String told(KeptStore.Of of, KeptStore.For kept, long right) {
        return "purchase " + of.purchase() + " brings " + kept.amount() + " to member " + kept.member() + " at level "
                + of.level() + ", counted anew " + right;
    }
}
