package org.guildhall.loyalty.noting;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.guildhall.access.Access;
import org.guildhall.access.AccessRefusal;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.access.Organisation;
import org.guildhall.access.Permission;
import org.guildhall.access.Scopes;
import org.guildhall.access.UnitKind;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.Slice;
import org.guildhall.loyalty.LoyaltyPermissions;
import org.guildhall.loyalty.LoyaltyRefusal;
import org.guildhall.loyalty.OccasionFact;
import org.guildhall.loyalty.OccasionKind;
import org.guildhall.loyalty.OccasionQuery;
import org.guildhall.loyalty.OccasionReceipt;
import org.guildhall.loyalty.OccasionView;
import org.guildhall.loyalty.Occasions;
import org.guildhall.loyalty.RecordOccasion;
import org.guildhall.loyalty.TakeBackOccasion;
import org.guildhall.loyalty.noting.OccasionStore.Kept;
import org.guildhall.loyalty.occasions.OccasionsPolicy;
import org.guildhall.members.Members;
import org.guildhall.policies.Policies;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The way in for occasions: who may, in one transaction with points, tier and audit. */
@Component
class OccasionDesk implements Occasions {

    private static final Set<UnitKind> NO_PLACE = EnumSet.of(UnitKind.DEPARTMENT, UnitKind.GROUP);
    private static final String BY_KEY = "api";

    private final Noting noting;
    private final OccasionStore store;
    private final Telling telling;
    private final Guard guard;
    private final BusinessTime time;

    OccasionDesk(Noting noting, OccasionStore store, Telling telling, Guard guard, BusinessTime time) {
        this.noting = noting;
        this.store = store;
        this.telling = telling;
        this.guard = guard;
        this.time = time;
    }

    /** Who may what where, by which rules, and what is remembered of it. */
    @Component
    record Guard(Access access, Members members, Organisation organisation, Policies policies, Audit audit) {}

    @Override
    @Transactional
    public OccasionReceipt record(RecordOccasion command, String key) {
        guard.access.require(LoyaltyPermissions.RECORD_OCCASIONS);
        Soundness.requireSayable(command.kind(), command.survey(), command.referred());
        var fact = command.fact(BY_KEY, key, time.now());
        if (fact.source().equals(OccasionFact.OWN_SOURCE)) {
            throw InvalidInput.of("source", fact.source(), "not-kept-elsewhere");
        }
        requireReach(fact, LoyaltyPermissions.RECORD_OCCASIONS);
        if (command.referred() != null) {
            guard.members.requireVisible(command.referred(), LoyaltyPermissions.RECORD_OCCASIONS);
        }
        boolean byHand = guard.access.actor() instanceof Actor.Staff;
        var done = noting.one(fact, command.occurredAt() != null, byHand);
        if (!done.replayed()) {
            guard.audit.record(AuditEntry.of(
                            "loyalty.occasion-recorded",
                            "occasion",
                            done.id(),
                            "occasion",
                            fact.kind().name())
                    .about(fact.member())
                    .in(fact.store()));
        }
        var kept = store.find(done.id()).orElseThrow();
        var told = telling.of(kept.fact().member(), done.id());
        return new OccasionReceipt(
                told.view(kept), done.replayed(), Objects.requireNonNull(told.why()), told.tier(), done.tierChanged());
    }

    @Override
    @Transactional
    public OccasionView takeBack(UUID occasion, TakeBackOccasion command) {
        guard.access.require(LoyaltyPermissions.TAKE_BACK_OCCASIONS);
        var found = require(occasion, LoyaltyPermissions.TAKE_BACK_OCCASIONS);
        noting.lock(found.fact().member());
        var kept = store.find(occasion).orElseThrow();
        var earlier = kept.takenBack();
        if (earlier != null && !earlier.getReason().equals(command.reason())) {
            throw Refusal.of(new LoyaltyRefusal.OccasionTakenBack(occasion));
        }
        if (earlier == null) {
            noting.takeBack(kept, command.reason());
            guard.audit.record(AuditEntry.of(
                            "loyalty.occasion-taken-back",
                            "occasion",
                            occasion,
                            "occasion",
                            kept.fact().kind().name(),
                            "reason",
                            command.reason())
                    .about(kept.fact().member())
                    .in(kept.fact().store()));
        }
        return telling.of(kept.fact().member(), occasion)
                .view(store.find(occasion).orElseThrow());
    }

    @Override
    public Slice<OccasionView> list(OccasionQuery query) {
        guard.access.require(LoyaltyPermissions.READ);
        var member = query.member();
        if (member == null) {
            throw InvalidInput.of("member", null, "required");
        }
        guard.members.requireVisible(member, LoyaltyPermissions.READ);
        var page = store.page(member, query);
        var told = telling.of(member, null);
        return page.map(told::view);
    }

    @Override
    public OccasionView get(UUID occasion) {
        guard.access.require(LoyaltyPermissions.READ);
        var kept = require(occasion, LoyaltyPermissions.READ);
        return telling.of(kept.fact().member(), null).view(kept);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public int tell(List<OccasionFact> facts) {
        return facts.isEmpty() ? 0 : noting.all(facts);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean brought(MemberId by, MemberId referred, Instant at) {
        var rules = guard.policies.inForce(OccasionsPolicy.KIND, time.dateOf(at));
        if (rules.policy().rule(OccasionKind.REFERRAL).isEmpty()) {
            return false;
        }
        var fact =
                new OccasionFact(OccasionKind.REFERRAL, OccasionFact.OWN_SOURCE, "", by, at, null, referred.toString());
        return noting.ifSound(fact);
    }

    private Kept require(UUID occasion, Permission permission) {
        var kept = store.find(occasion)
                .orElseThrow(() -> Refusal.of(new LoyaltyRefusal.Unknown("occasion", occasion.toString())));
        var scope = guard.access.require(permission);
        if (!Scopes.includes(scope, kept.fact().store(), null)) {
            guard.members.requireVisible(kept.fact().member(), permission);
        }
        return kept;
    }

    /** An occasion belongs to its store; where none is named, to who may act for the member. */
    private void requireReach(OccasionFact fact, Permission permission) {
        var place = fact.store();
        if (place == null) {
            guard.members.requireVisible(fact.member(), permission);
            return;
        }
        var unit = guard.organisation.unit(place);
        if (NO_PLACE.contains(unit.kind())) {
            throw InvalidInput.of("store", unit.name(), "a-store");
        }
        if (!Scopes.includes(guard.access.require(permission), place, null)) {
            throw Refusal.of(new AccessRefusal.OutOfScope(permission.code(), "occasion of " + fact.member()));
        }
    }
}
