package org.guildhall.members.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.guildhall.access.Access;
import org.guildhall.access.PersonalVault;
import org.guildhall.access.Scope;
import org.guildhall.access.Scopes;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Ids;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.StaffId;
import org.guildhall.kernel.UnitId;
import org.guildhall.members.AttributeDefinition;
import org.guildhall.members.Batch;
import org.guildhall.members.MemberPolicies;
import org.guildhall.members.MemberProfile;
import org.guildhall.members.MemberRefusal.IdentityKind;
import org.guildhall.members.MemberStatus;
import org.guildhall.members.RegisterMember;
import org.guildhall.members.RowOutcome;
import org.guildhall.members.attributes.AttributeStore;
import org.guildhall.members.identification.MemberNumbers;
import org.guildhall.members.registry.ChangeStore.Change;
import org.guildhall.members.registry.Claims.Claim;
import org.guildhall.policies.Policies;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Enters members, one or a hundred thousand, with a handful of statements. */
@Component
class Registrar {

    private final Access access;
    private final BusinessTime time;
    private final Policies policies;
    private final Profiles profiles;
    private final AttributeStore attributes;
    private final MemberStore members;
    private final Identities identities;
    private final ChangeStore changes;
    private final PersonalVault vault;

    Registrar(
            Access access,
            BusinessTime time,
            Policies policies,
            Profiles profiles,
            AttributeStore attributes,
            MemberStore members,
            Identities identities,
            ChangeStore changes,
            PersonalVault vault) {
        this.access = access;
        this.time = time;
        this.policies = policies;
        this.profiles = profiles;
        this.attributes = attributes;
        this.members = members;
        this.identities = identities;
        this.changes = changes;
        this.vault = vault;
    }

    private record Draft(int row, MemberState state, RegisterMember command) {}

    List<RowOutcome> registerAll(List<RegisterMember> rows, @Nullable Batch batch, Scope scope) {
        var definitions = attributes.all();
        var now = time.now();
        var outcomes = new RowOutcome[rows.size()];
        var drafts = new ArrayList<Draft>();
        var numbers =
                numbers((int) rows.stream().filter(r -> r.number() == null).count());
        for (int i = 0; i < rows.size(); i++) {
            try {
                var row = rows.get(i);
                var number = row.number() == null ? numbers.next() : givenNumber(row.number());
                drafts.add(new Draft(i, draft(row, number, definitions, scope, now), row));
            } catch (Refusal refusal) {
                outcomes[i] = new RowOutcome.Refused(refusal.reason());
            }
        }
        var entered = claim(drafts, outcomes);
        store(entered, batch, now);
        for (var draft : entered) {
            outcomes[draft.row] = new RowOutcome.Done(draft.state.id());
        }
        return List.of(outcomes);
    }

    private java.util.Iterator<String> numbers(int howMany) {
        if (howMany == 0) {
            return java.util.Collections.emptyIterator();
        }
        var numbering = policies.inForce(MemberPolicies.NUMBERING, time.today()).policy();
        return members.nextNumbers(howMany).stream()
                .map(n -> MemberNumbers.generated(numbering.prefix(), numbering.digits(), n))
                .iterator();
    }

    private static String givenNumber(String given) {
        var number = MemberNumbers.normalise(given);
        if (!MemberNumbers.wellFormed(number)) {
            throw InvalidInput.of("number", given, "member-number");
        }
        return number;
    }

    private MemberState draft(
            RegisterMember row, String number, Map<String, AttributeDefinition> definitions, Scope scope, Instant now) {
        var today = time.dateOf(now);
        var profile = profiles.check(
                row.kind(), Objects.requireNonNullElse(row.profile(), MemberProfile.EMPTY), definitions, today);
        var status = Objects.requireNonNullElse(row.status(), MemberStatus.ACTIVE);
        if (status == MemberStatus.MERGED) {
            throw InvalidInput.of("status", status, "initial-status");
        }
        LocalDate joined = Objects.requireNonNullElse(row.joinedOn(), today);
        if (joined.isAfter(today)) {
            throw InvalidInput.of("joinedOn", joined, "not-in-the-future");
        }
        var adviser = row.adviser() == null ? ownAdviser(scope) : row.adviser();
        var home = row.homeUnit() == null ? onlyUnit(scope) : row.homeUnit();
        if (!Scopes.includes(scope, home, adviser)) {
            throw InvalidInput.of("homeUnit", home, "within-own-scope");
        }
        return new MemberState(
                MemberId.of(Ids.at(now.toEpochMilli())),
                row.kind(),
                number,
                1,
                status,
                profile,
                row.tags() == null ? Set.of() : new TreeSet<>(row.tags()),
                home,
                adviser,
                joined,
                profile.mobile() == null ? null : joined,
                null,
                now,
                null,
                false);
    }

    /** Whoever may enter only what they look after themselves looks after what they enter. */
    private static @Nullable StaffId ownAdviser(Scope scope) {
        return switch (scope) {
            case Scope.Own(var staff) -> staff;
            case Scope.Several(var parts) ->
                parts.stream()
                        .map(Registrar::ownAdviser)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
            case Scope.All all -> null;
            case Scope.Units units -> null;
            case Scope.Group group -> null;
        };
    }

    /** Whoever may enter only for one store enters for that store. */
    private static @Nullable UnitId onlyUnit(Scope scope) {
        return scope instanceof Scope.Units(var units) && units.size() == 1
                ? units.iterator().next()
                : null;
    }

    private List<Draft> claim(List<Draft> drafts, RowOutcome[] outcomes) {
        var wanted = new ArrayList<Identities.Wanted>();
        for (var draft : drafts) {
            var claims = new ArrayList<>(identities.claimsOf(draft.state, EnumSet.allOf(IdentityKind.class)));
            var external = draft.command.external();
            if (external != null) {
                claims.add(new Claim(draft.state.id(), IdentityKind.EXTERNAL, Claims.external(external)));
            }
            wanted.add(new Identities.Wanted(draft.state, claims, Boolean.TRUE.equals(draft.command.shareMobile())));
        }
        var refused = identities.claim(wanted);
        var entered = new ArrayList<Draft>();
        for (var draft : drafts) {
            var reason = refused.get(draft.state.id());
            if (reason == null) {
                entered.add(draft);
            } else {
                outcomes[draft.row] = new RowOutcome.Refused(reason);
            }
        }
        return entered;
    }

    private void store(List<Draft> entered, @Nullable Batch batch, Instant now) {
        if (entered.isEmpty()) {
            return;
        }
        var documented = entered.stream()
                .filter(d -> d.state.profile().document() != null)
                .toList();
        var sealed = documented.isEmpty()
                ? java.util.Collections.<byte[]>emptyIterator()
                : vault.sealAll(documented.stream()
                                .map(d -> new PersonalVault.Plain(
                                        d.state.id(), document(d).number()))
                                .toList())
                        .iterator();
        var tags = new TreeSet<String>();
        var states = new ArrayList<MemberState>(entered.size());
        var actor = access.actor().reference();
        var acts = new ArrayList<Change>(entered.size());
        for (var draft : entered) {
            var state = draft.state;
            tags.addAll(state.tags());
            states.add(
                    state.profile().document() == null
                            ? state
                            : state.with(
                                    state.profile(),
                                    new MemberState.SealedDocument(
                                            document(draft).kind(), sealed.next())));
            acts.add(new Change(
                    state.id(),
                    Ids.at(now.toEpochMilli()),
                    "registered",
                    1,
                    batch == null ? null : batch.id(),
                    null,
                    state.joinedOn(),
                    ChangeStore.occurred(state.joinedOn(), now, time),
                    now,
                    actor,
                    batch == null ? null : batch.reason(),
                    List.of(),
                    Map.of()));
        }
        members.ensureTags(tags, now);
        members.insert(states);
        changes.insert(acts);
    }

    private static org.guildhall.members.IdentityDocument document(Draft draft) {
        return Objects.requireNonNull(draft.state.profile().document());
    }
}
