package org.guildhall.loyalty.registry;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectOne;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.access.Permission;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Points;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.BalanceRows;
import org.guildhall.ledger.Ledger;
import org.guildhall.loyalty.LoyaltyPermissions;
import org.guildhall.members.MemberColumn;
import org.guildhall.members.MemberFilter;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** The points of a member, as the ledger has them, as a column of the member list. */
record PointsColumnSearch(Ledger ledger) implements MemberColumn {
    @Override
    public String code() {
        return "loyalty.points";
    }

    @Override
    public Permission permission() {
        return LoyaltyPermissions.READ;
    }

    @Override
    public Type type() {
        return Type.NUMBER;
    }

    @Override
    public boolean filterable() {
        return true;
    }

    /** Whoever has no account has no points. */
    @Override
    public @Nullable Condition matches(Field<UUID> memberId, MemberFilter.Comparison test, List<String> values) {
        return switch (test) {
            case AT_LEAST -> {
                long least = whole(values);
                yield least > 0
                        ? having(memberId, rows().balance().ge(least))
                        : having(memberId, rows().balance().lt(least)).not();
            }
            case AT_MOST -> {
                long most = whole(values);
                yield most < 0
                        ? having(memberId, rows().balance().le(most))
                        : having(memberId, rows().balance().gt(most)).not();
            }
            case KNOWN -> having(memberId, noCondition());
            case UNKNOWN -> having(memberId, noCondition()).not();
            case IN, CONTAINS -> null;
        };
    }

    @Override
    public Source source() {
        var rows = rows();
        return new Source(rows.table(), rows.member(), rows.ofAsset(), rows.balance());
    }

    private BalanceRows rows() {
        return ledger.balanceRows(Asset.POINTS);
    }

    private Condition having(Field<UUID> memberId, Condition condition) {
        var rows = rows();
        return exists(selectOne()
                .from(rows.table())
                .where(rows.member().eq(memberId))
                .and(rows.ofAsset())
                .and(condition));
    }

    private static long whole(List<String> values) {
        try {
            return Long.parseLong(values.getFirst());
        } catch (NumberFormatException e) {
            throw InvalidInput.of("values", values.getFirst(), "number");
        }
    }

    @Override
    public Map<MemberId, Object> values(Collection<MemberId> members) {
        var values = new HashMap<MemberId, Object>();
        ledger.balances(members, Asset.POINTS).forEach((id, balance) -> values.put(id, Points.of(balance)));
        return LoyaltyColumnsSearch.complete(values, members, Points.of(0));
    }
}
