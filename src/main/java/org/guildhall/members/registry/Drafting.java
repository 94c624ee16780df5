package org.guildhall.members.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
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
import org.guildhall.members.ExternalKey;
import org.guildhall.members.MemberPolicies;
import org.guildhall.members.MemberProfile;
import org.guildhall.members.MemberStatus;
import org.guildhall.members.RegisterMember;
import org.guildhall.members.attributes.AttributeStore;
import org.guildhall.members.identification.MemberNumbers;
import org.guildhall.policies.Policies;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes new records out of what is given: numbered, checked, at home where whoever enters them may enter. */
@Component
class Drafting {

    private static final int LONGEST_SYSTEM = 60;
    private static final int LONGEST_EXTERNAL = 200;

    private final Policies policies;
    private final Profiles profiles;
    private final AttributeStore attributes;
    private final MemberStore members;
    private final BusinessTime time;

    Drafting(Policies policies, Profiles profiles, AttributeStore attributes, MemberStore members, BusinessTime time) {
        this.policies = policies;
        this.profiles = profiles;
        this.attributes = attributes;
        this.members = members;
        this.time = time;
    }

    /** The custom attributes that rows may carry. */
    Map<String, AttributeDefinition> definitions() {
        return attributes.all();
    }

    /** So many fresh member numbers. */
    Iterator<String> numbers(int howMany) {
        if (howMany == 0) {
            return Collections.emptyIterator();
        }
        var numbering = policies.inForce(MemberPolicies.NUMBERING, time.today()).policy();
        return members.nextNumbers(howMany).stream()
                .map(n -> MemberNumbers.generated(numbering.prefix(), numbering.digits(), n))
                .iterator();
    }

    /** A given number in its stored form. */
    static String givenNumber(String given) {
        var number = MemberNumbers.normalise(given);
        if (!MemberNumbers.wellFormed(number)) {
            throw InvalidInput.of("number", given, "member-number");
        }
        return number;
    }

    /** The record that the row asks for; refused with what is wrong. */
    MemberState draft(
            RegisterMember row, String number, Map<String, AttributeDefinition> definitions, Scope scope, Instant now) {
        var today = time.dateOf(now);
        var profile = profiles.check(
                row.kind(), Objects.requireNonNullElse(row.profile(), MemberProfile.EMPTY), definitions, today);
        LocalDate joined = Objects.requireNonNullElse(row.joinedOn(), today);
        if (joined.isAfter(today)) {
            throw InvalidInput.of("joinedOn", joined, "not-in-the-future");
        }
        requireStorable(row.external());
        var status = status(row, joined, today);
        var adviser = row.adviser() == null ? ownAdviser(scope) : row.adviser();
        var home = row.homeUnit() == null ? onlyUnit(scope) : row.homeUnit();
        if (!Scopes.includes(scope, home, adviser)) {
            throw InvalidInput.of("homeUnit", home, "within-own-scope");
        }
        return new MemberState(
                MemberId.of(Ids.at(now.toEpochMilli())),
                row.kind(),
                number,
                row.leftOn() == null ? 1 : 2,
                status,
                profile,
                tags(row),
                home,
                adviser,
                joined,
                profile.mobile() == null ? null : joined,
                null,
                now,
                null,
                false);
    }

    private static Set<String> tags(RegisterMember row) {
        var tags = new TreeSet<String>();
        if (row.tags() != null) {
            row.tags().forEach(tag -> tags.add(Edits.checkedTag(tag)));
        }
        return tags;
    }

    /** The index that finds members by it holds no longer ones. */
    private static void requireStorable(@Nullable ExternalKey external) {
        if (external == null) {
            return;
        }
        requireShort("external.system", external.system(), LONGEST_SYSTEM);
        requireShort("external.id", external.id(), LONGEST_EXTERNAL);
    }

    private static void requireShort(String field, @Nullable String text, int longest) {
        if (text == null || text.isBlank()) {
            throw InvalidInput.of(field, text, "required");
        }
        if (text.length() > longest) {
            throw Refusal.of(new InvalidInput(List.of(
                    new Refusal.Field(field, text.substring(0, longest), "text-length", Map.of("max", longest)))));
        }
    }

    /** What the member is now; that of somebody who has left goes with the day of leaving, and only that. */
    private static MemberStatus status(RegisterMember row, LocalDate joined, LocalDate today) {
        var left = row.leftOn();
        var status =
                Objects.requireNonNullElse(row.status(), left == null ? MemberStatus.ACTIVE : MemberStatus.WITHDRAWN);
        if (status == MemberStatus.MERGED || (left != null && status.living())) {
            throw InvalidInput.of("status", status, "initial-status");
        }
        if (left == null) {
            if (!status.living()) {
                throw InvalidInput.of("leftOn", null, "required");
            }
        } else if (left.isBefore(joined)) {
            throw InvalidInput.of("leftOn", left, "not-before-joining");
        } else if (left.isAfter(today)) {
            throw InvalidInput.of("leftOn", left, "not-in-the-future");
        }
        return status;
    }

    /** Whoever may enter only what they look after themselves looks after what they enter. */
    private static @Nullable StaffId ownAdviser(Scope scope) {
        return switch (scope) {
            case Scope.Own(var staff) -> staff;
            case Scope.Several(var parts) ->
                parts.stream()
                        .map(Drafting::ownAdviser)
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
}
