package org.guildhall.benefits.acts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.guildhall.access.AuditEntry;
import org.guildhall.access.Scopes;
import org.guildhall.benefits.BenefitGrants;
import org.guildhall.benefits.BenefitPermissions;
import org.guildhall.benefits.BenefitRefusal;
import org.guildhall.benefits.BenefitsPolicy;
import org.guildhall.benefits.EndGrant;
import org.guildhall.benefits.GiveGrant;
import org.guildhall.benefits.GrantQuery;
import org.guildhall.benefits.GrantView;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.Slice;
import org.guildhall.policies.Policies;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Assigns plans, gives benefits to single persons, and takes both away; each is audited in its transaction. */
@Component
class GrantDesk implements BenefitGrants {

    private final GrantStore grants;
    private final Policies policies;
    private final Surroundings surroundings;
    private final @Nullable Instant as;

    @Autowired
    GrantDesk(GrantStore grants, Policies policies, Surroundings surroundings) {
        this(grants, policies, surroundings, null);
    }

    private GrantDesk(GrantStore grants, Policies policies, Surroundings surroundings, @Nullable Instant as) {
        this.grants = grants;
        this.policies = policies;
        this.surroundings = surroundings;
        this.as = as;
    }

    /** The same desk at an earlier instant. */
    GrantDesk asOf(Instant at) {
        return new GrantDesk(grants, policies, surroundings, at);
    }

    @Override
    public GrantView give(GiveGrant command, String key) {
        surroundings.reach().require(BenefitPermissions.GRANT);
        surroundings.reach().requireMember(command.member(), BenefitPermissions.GRANT);
        var act = Act.of("grant", key, command);
        return surroundings.inTransaction(() -> {
            var earlier = grants.find(act.id());
            if (earlier.isPresent()) {
                act.requireSame(earlier.get().row().getContentHash());
                return view(earlier.get());
            }
            var at = surroundings.at(as);
            require(command, surroundings.time().dateOf(at));
            grants.insert(act, command, at);
            note("benefits.granted", grants.find(act.id()).orElseThrow(), command.reason());
            return find(act.id());
        });
    }

    private void require(GiveGrant command, LocalDate day) {
        var catalogue = policies.inForce(BenefitsPolicy.KIND, day).policy();
        if (command.kind() == GiveGrant.Kind.PLAN
                && catalogue.plan(command.code()).isEmpty()) {
            throw Refusal.of(new BenefitRefusal.UnknownPlan(command.code()));
        }
        if (command.kind() == GiveGrant.Kind.PERSON) {
            if (catalogue.benefit(command.code()).isEmpty()) {
                throw Refusal.of(new BenefitRefusal.UnknownBenefit(command.code()));
            }
            if (command.lastDay() == null) {
                throw InvalidInput.of("lastDay", null, "required");
            }
        }
        var first = command.firstDay() == null ? day : command.firstDay();
        if (first.isBefore(day)) {
            throw InvalidInput.of("firstDay", first, "not-in-the-past");
        }
        if (command.lastDay() != null && command.lastDay().isBefore(first)) {
            throw InvalidInput.of("lastDay", command.lastDay(), "not-before-first-day");
        }
        if (!surroundings.reach().living(command.member())) {
            throw InvalidInput.of("member", command.member(), "living-member");
        }
    }

    @Override
    public GrantView revoke(UUID grant, EndGrant command, String key) {
        surroundings.reach().require(BenefitPermissions.GRANT);
        var found = grants.find(grant).orElseThrow(() -> Refusal.of(new BenefitRefusal.UnknownGrant(grant)));
        surroundings.reach().requireMember(found.member(), BenefitPermissions.GRANT);
        var act = Act.of("revoke", key, grant + "|" + command);
        return surroundings.inTransaction(() -> {
            grants.lock(grant);
            var kept = grants.find(grant).orElseThrow();
            var earlier = kept.revocation();
            if (earlier != null && earlier.getCause().equals(act.id())) {
                act.requireSame(earlier.getContentHash());
                return view(kept);
            }
            var at = surroundings.at(as);
            var state = kept.state(surroundings.time().dateOf(at));
            if (state == GrantView.State.REVOKED || state == GrantView.State.OVER) {
                throw Refusal.of(new BenefitRefusal.GrantEnded(grant));
            }
            grants.revoke(grant, act, command.reason(), at);
            note("benefits.revoked", kept, command.reason());
            return find(grant);
        });
    }

    @Override
    public Slice<GrantView> list(GrantQuery query) {
        var scope = surroundings.reach().require(BenefitPermissions.READ);
        if (query.member() != null) {
            surroundings.reach().requireMember(new MemberId(query.member()), BenefitPermissions.READ);
        }
        boolean everybody = Scopes.includes(scope, null, null);
        return grants.page(query, everybody, surroundings.time().today()).map(this::view);
    }

    private GrantView find(UUID id) {
        return view(grants.find(id).orElseThrow());
    }

    private GrantView view(GrantStore.Kept kept) {
        var row = kept.row();
        var kind = GiveGrant.Kind.of(row.getKind());
        var today = surroundings.time().today();
        var revocation = kept.revocation();
        return new GrantView(
                row.getGrantId(),
                kept.member(),
                kind,
                row.getCode(),
                name(kind, row.getCode(), today),
                row.getFirstDay(),
                row.getLastDay(),
                kept.state(today),
                row.getReason(),
                row.getOccurredAt().toInstant(),
                row.getActor(),
                revocation == null
                        ? null
                        : new GrantView.Revocation(
                                revocation.getReason(),
                                revocation.getOccurredAt().toInstant(),
                                revocation.getActor()));
    }

    private String name(GiveGrant.Kind kind, String code, LocalDate day) {
        var catalogue = policies.inForce(BenefitsPolicy.KIND, day).policy();
        return switch (kind) {
            case PLAN -> catalogue.plan(code).map(BenefitsPolicy.Plan::name).orElse(code);
            case PERSON ->
                catalogue.benefit(code).map(BenefitsPolicy.Benefit::name).orElse(code);
        };
    }

    private void note(String act, GrantStore.Kept kept, String reason) {
        var row = kept.row();
        var entry = AuditEntry.of(
                act, "benefit-grant", row.getGrantId(), "code", row.getCode(), "kind", row.getKind(), "reason", reason);
        surroundings.audit().record(entry.about(kept.member()));
    }
}
