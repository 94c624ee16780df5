package org.guildhall.loyalty.replay;

import java.time.LocalDate;
import java.util.List;
import org.guildhall.loyalty.expiry.ExpiryPolicy;
import org.guildhall.policies.InForce;
import org.jspecify.annotations.Nullable;

/** When the points of each purchase and occasion end; purchases carry them on where the rule says so, occasions never do. */
final class Expiries {

    private final List<Position> positions;
    private final @Nullable LocalDate[] ends;

    Expiries(List<Position> positions) {
        this.positions = positions;
        ends = new LocalDate[positions.size()];
        for (int i = positions.size() - 1; i >= 0; i--) {
            ends[i] = end(i);
        }
    }

    @Nullable
    LocalDate of(int index) {
        return ends[index];
    }

    private @Nullable LocalDate end(int i) {
        var position = positions.get(i);
        var policy = position.chapter.expiry();
        var end = policy.policy().expiresOn(position.day);
        if (end == null || !(policy.policy().points() instanceof ExpiryPolicy.Validity.Rolling)) {
            return end;
        }
        for (int j = i + 1; j < positions.size(); j++) {
            var later = positions.get(j);
            if (!later.day.isBefore(end)) {
                return end;
            }
            if (!later.isActivity()) {
                continue;
            }
            if (samePoints(later.chapter.expiry(), policy)) {
                return ends[j];
            }
            var carried = policy.policy().expiresOn(later.day);
            end = carried != null && carried.isAfter(end) ? carried : end;
        }
        return end;
    }

    private static boolean samePoints(InForce<ExpiryPolicy> one, InForce<ExpiryPolicy> other) {
        return one.policy().points().equals(other.policy().points());
    }
}
