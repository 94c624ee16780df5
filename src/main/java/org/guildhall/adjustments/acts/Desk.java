package org.guildhall.adjustments.acts;

import java.util.UUID;
import org.guildhall.adjustments.Adjusted;
import org.guildhall.adjustments.AdjustmentRefusal;
import org.guildhall.adjustments.Adjustments;
import org.guildhall.adjustments.ChangeOutlook;
import org.guildhall.adjustments.ChangePoints;
import org.guildhall.adjustments.MoveExpiry;
import org.guildhall.adjustments.ReversePosting;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.ledger.Ledger;
import org.guildhall.ledger.LedgerPermissions;
import org.guildhall.loyalty.GrantTier;
import org.springframework.stereotype.Component;

/** {@link Adjustments} over the ledger and the tiers. */
@Component
class Desk implements Adjustments {

    private final Kinds kinds;
    private final ValueRights rights;
    private final Ledger ledger;

    Desk(Kinds kinds, ValueRights rights, Ledger ledger) {
        this.kinds = kinds;
        this.rights = rights;
        this.ledger = ledger;
    }

    /** What can be changed. */
    @Component
    record Kinds(PointsByHand points, ExpiryByHand expiry, TiersByHand tiers) {}

    @Override
    public Adjusted change(MemberId member, ChangePoints command, String cause) {
        return kinds.points.change(new PointsByHand.Wanted(member, command, cause));
    }

    @Override
    public ChangeOutlook outlook(MemberId member, long amount) {
        return kinds.points.outlook(member, amount);
    }

    @Override
    public Adjusted moveExpiry(MemberId member, MoveExpiry command, String cause) {
        return kinds.expiry.move(new ExpiryByHand.Wanted(member, command, cause));
    }

    @Override
    public Adjusted grantTier(GrantTier command, String cause) {
        return kinds.tiers.grant(command, cause);
    }

    @Override
    public Adjusted reverse(UUID posting, ReversePosting command, String cause) {
        rights.access().require(LedgerPermissions.ADJUST);
        var member = ledger.ownerOf(posting);
        rights.require(member, ledger.assetsOf(posting));
        var booked = ledger.byHand(posting).orElseThrow(() -> Refusal.of(new AdjustmentRefusal.NotByHand(posting)));
        return kinds.points.undo(PointsByHand.Wanted.undone(booked, command.reason(), cause));
    }
}
