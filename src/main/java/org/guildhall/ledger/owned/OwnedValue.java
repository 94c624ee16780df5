package org.guildhall.ledger.owned;

import java.util.List;
import java.util.UUID;
import org.guildhall.access.Access;
import org.guildhall.kernel.Explanation;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Slice;
import org.guildhall.ledger.AccountHolders;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.Balances;
import org.guildhall.ledger.EntryView;
import org.guildhall.ledger.Hold;
import org.guildhall.ledger.LawProof;
import org.guildhall.ledger.Ledger;
import org.guildhall.ledger.LedgerPermissions;
import org.guildhall.ledger.LotView;
import org.guildhall.ledger.StatementQuery;
import org.guildhall.ledger.StatementSummary;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows what members own to those who may see it. */
@Component
public class OwnedValue {

    private final Ledger ledger;
    private final AccountHolders holders;
    private final Access access;

    OwnedValue(Ledger ledger, AccountHolders holders, Access access) {
        this.ledger = ledger;
        this.holders = holders;
        this.access = access;
    }

    /** The asset of a code, refused by field if it cannot be one. */
    public static Asset asset(String code) {
        try {
            return Asset.of(code);
        } catch (IllegalArgumentException e) {
            throw InvalidInput.of("asset", code, "asset-code");
        }
    }

    /** What a member owns. */
    public Balances balances(MemberId member) {
        holders.require(member, LedgerPermissions.READ);
        return ledger.balances(member);
    }

    /** A member's lots of one asset. */
    public List<LotView> lots(MemberId member, String asset) {
        holders.require(member, LedgerPermissions.READ);
        return ledger.lots(member, asset(asset));
    }

    /** What lapsed of an asset and was not restored, lot by lot. */
    public List<LotView> lapsed(MemberId member, Asset asset) {
        holders.require(member, LedgerPermissions.READ);
        return ledger.lapsed(member, asset);
    }

    /** A member's holds. */
    public List<Hold> holds(MemberId member) {
        holders.require(member, LedgerPermissions.READ);
        return ledger.holds(member);
    }

    /** A page of a member's statement. */
    public Slice<EntryView> statement(StatementQuery query) {
        holders.require(query.member(), LedgerPermissions.READ);
        return ledger.statement(query);
    }

    /** What the period of a statement of one asset did to it. */
    public StatementSummary summary(StatementQuery period) {
        holders.require(period.member(), LedgerPermissions.READ);
        return ledger.summary(period);
    }

    /** Why a posting moved what it did. */
    public Explanation why(UUID posting) {
        access.require(LedgerPermissions.READ);
        holders.require(ledger.ownerOf(posting), LedgerPermissions.READ);
        return ledger.why(posting);
    }

    /** The last proof of each law. */
    public List<LawProof> laws() {
        access.require(LedgerPermissions.PROVE);
        return ledger.lastProofs();
    }

    /** Every proof of one law, the newest first. */
    public Slice<LawProof> proofs(String law, @Nullable String cursor, int limit) {
        access.require(LedgerPermissions.PROVE);
        return ledger.proofs(law, cursor, limit);
    }

    /** Proves every law now. */
    public List<LawProof> prove() {
        access.require(LedgerPermissions.PROVE);
        return ledger.prove();
    }
}
