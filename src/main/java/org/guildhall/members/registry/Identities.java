package org.guildhall.members.registry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.members.MemberPolicies;
import org.guildhall.members.MemberRefusal.IdentityKind;
import org.guildhall.members.MemberRefusal.IdentityTaken;
import org.guildhall.members.identification.Mobiles;
import org.guildhall.members.registry.Claims.Claim;
import org.guildhall.policies.Policies;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sees to it that what must be unique is unique, a shared household mobile excepted where the policy allows it. */
@Component
class Identities {

    private final IdentityStore store;
    private final Claims claims;
    private final Visibility visibility;
    private final Policies policies;
    private final BusinessTime time;

    Identities(IdentityStore store, Claims claims, Visibility visibility, Policies policies, BusinessTime time) {
        this.store = store;
        this.claims = claims;
        this.visibility = visibility;
        this.policies = policies;
        this.time = time;
    }

    /** A record with what it wants to hold, and whether it would share a mobile. */
    record Wanted(MemberState state, List<Claim> claims, boolean share) {}

    List<Claim> claimsOf(MemberState state, Set<IdentityKind> kinds) {
        return claims.of(state, kinds);
    }

    /** Claims for all; a record with a refused claim holds nothing of what it wanted. Returns the reasons by member. */
    Map<MemberId, Refusal.Reason> claim(List<Wanted> wanted) {
        var all = wanted.stream().flatMap(w -> w.claims().stream()).toList();
        var taken = store.claim(all);
        if (taken.isEmpty()) {
            return Map.of();
        }
        var refused = new HashMap<MemberId, Refusal.Reason>();
        for (var one : wanted) {
            for (var claim : one.claims()) {
                if (taken.contains(claim) && !(one.share() && shared(claim))) {
                    refused.putIfAbsent(one.state().id(), reason(claim, one.state()));
                }
            }
        }
        for (var one : wanted) {
            if (refused.containsKey(one.state().id())) {
                store.release(
                        List.of(one.state().id()),
                        Set.copyOf(one.claims().stream().map(Claim::kind).toList()));
            }
        }
        return refused;
    }

    private boolean shared(Claim claim) {
        var policy = policies.inForce(MemberPolicies.IDENTITY, time.today()).policy();
        return claim.kind() == IdentityKind.MOBILE && policy.shareMobile() && store.share(claim, policy.mostSharing());
    }

    private IdentityTaken reason(Claim claim, MemberState state) {
        var holder = store.holders(claim.kind(), List.of(claim.key())).get(claim.key());
        return new IdentityTaken(
                claim.kind(), shown(claim.kind(), state), holder == null ? null : visibility.ifVisible(holder));
    }

    private static @Nullable String shown(IdentityKind kind, MemberState state) {
        var profile = state.profile();
        return switch (kind) {
            case NUMBER -> state.number();
            case MOBILE -> profile.mobile() == null ? null : Mobiles.shown(profile.mobile());
            case CREDIT_CODE ->
                profile.organisation() == null ? null : profile.organisation().creditCode();
            case DOCUMENT, EXTERNAL -> null;
        };
    }

    /** Moves claims from one state of each record to the next; returns the reasons of those that could not move. */
    Map<MemberId, Refusal.Reason> move(List<Move> moves) {
        var changed = new ArrayList<Move>();
        for (var move : moves) {
            if (!claims.of(move.before(), move.kinds()).equals(claims.of(move.after(), move.kinds()))
                    || move.after().annulled()) {
                changed.add(move);
            }
        }
        var byKinds = new HashMap<Set<IdentityKind>, List<MemberId>>();
        changed.forEach(m -> byKinds.computeIfAbsent(m.kinds(), k -> new ArrayList<>())
                .add(m.after().id()));
        byKinds.forEach((kinds, ids) -> store.release(ids, kinds));
        var refused = claim(changed.stream()
                .map(m -> new Wanted(m.after(), claims.of(m.after(), m.kinds()), m.share()))
                .toList());
        for (var move : changed) {
            if (refused.containsKey(move.after().id())) {
                store.claim(claims.of(move.before(), move.kinds()));
            }
        }
        return refused;
    }

    /** A record before and after a change, and the kinds of identity it may move. */
    record Move(MemberState before, MemberState after, Set<IdentityKind> kinds, boolean share) {}
}
