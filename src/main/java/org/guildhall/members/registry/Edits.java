package org.guildhall.members.registry;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.members.Assignment;
import org.guildhall.members.Batch;
import org.guildhall.members.MemberField;
import org.guildhall.members.MemberRefusal.IllegalTransition;
import org.guildhall.members.MemberStatus;
import org.guildhall.members.ReviseMember;
import org.guildhall.members.Transition;
import org.guildhall.members.UpdateMember;
import org.guildhall.members.attributes.AttributeStore;
import org.guildhall.members.registry.Edit.Terms;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.StringNode;

/** Turns commands into intended changes, with the rules that decide against the present state. */
@Component
class Edits {

    private static final String ATTRIBUTES = "attributes.";
    private static final String TAGS = "tags.";
    private static final int LONGEST_TAG = 30;

    private final Profiles profiles;
    private final AttributeStore attributes;
    private final MemberTree tree;
    private final Staleness staleness;
    private final BusinessTime time;

    Edits(Profiles profiles, AttributeStore attributes, MemberTree tree, Staleness staleness, BusinessTime time) {
        this.profiles = profiles;
        this.attributes = attributes;
        this.tree = tree;
        this.staleness = staleness;
        this.time = time;
    }

    Edit update(UpdateMember command, @Nullable Batch batch) {
        var clear = Objects.requireNonNullElse(command.clear(), Set.<MemberField>of());
        var touches = new HashSet<>(tree.given(command.set()).keySet());
        clear.forEach(field -> touches.add(path(field)));
        touches.addAll(Parts.paths(Parts.emptied(command)));
        return new Edit(
                command.id(),
                "updated",
                touches,
                state -> wanted(command, clear, state),
                new Terms(
                        batch == null ? null : batch.id(),
                        null,
                        batch == null ? command.reason() : batch.reason(),
                        notAhead(command.effectiveOn()),
                        Boolean.TRUE.equals(command.shareMobile())));
    }

    /** Everything another record says of a known member, but for its leaving, which must be possible all the same. */
    Edit revise(ReviseMember row, Batch batch) {
        var values = update(UpdateMember.of(row.id(), row.set()), batch);
        var touches = new HashSet<>(values.touches());
        if (row.leftOn() != null) {
            touches.add("status");
        }
        return new Edit(
                row.id(),
                values.act(),
                touches,
                state -> {
                    var wanted = new HashMap<>(values.intent().wanted(state));
                    wanted.putAll(membership(row, state));
                    return wanted;
                },
                values.terms());
    }

    private Map<String, JsonNode> membership(ReviseMember row, MemberState state) {
        var wanted = new HashMap<String, JsonNode>();
        var joined = Objects.requireNonNullElse(row.joinedOn(), state.joinedOn());
        if (row.joinedOn() != null) {
            if (joined.isAfter(time.today())) {
                throw InvalidInput.of("joinedOn", joined, "not-in-the-future");
            }
            wanted.put("joinedOn", StringNode.valueOf(joined.toString()));
        }
        if (row.leftOn() != null) {
            notAhead(row.leftOn());
            if (row.leftOn().isBefore(joined)) {
                throw InvalidInput.of("leftOn", row.leftOn(), "not-before-joining");
            }
            if (state.status().living() && !state.status().mayBecome(MemberStatus.WITHDRAWN)) {
                throw Refusal.of(new IllegalTransition(
                        state.status(), MemberStatus.WITHDRAWN, state.status().legalNext()));
            }
        }
        if (row.homeUnit() != null) {
            wanted.put("homeUnit", StringNode.valueOf(row.homeUnit().value().toString()));
        }
        Objects.requireNonNullElse(row.tags(), Set.<String>of())
                .forEach(tag -> wanted.put(TAGS + checkedTag(tag), BooleanNode.TRUE));
        return wanted;
    }

    /** The leaving that another record tells of, true since its day; nothing for who has left already. */
    Edit leave(ReviseMember row, Batch batch) {
        return new Edit(
                row.id(),
                "transitioned",
                Set.of("status"),
                state -> state.status().living()
                        ? Map.of("status", StringNode.valueOf(MemberStatus.WITHDRAWN.name()))
                        : Map.of(),
                new Terms(batch.id(), null, batch.reason(), row.leftOn(), false));
    }

    private Map<String, JsonNode> wanted(UpdateMember command, Set<MemberField> clear, MemberState state) {
        var definitions = command.set().attributes() == null
                ? Map.<String, org.guildhall.members.AttributeDefinition>of()
                : attributes.all();
        var checked = profiles.check(state.kind(), command.set(), definitions, time.today());
        var wanted = new HashMap<>(tree.given(checked));
        Parts.merge(wanted, Parts.emptied(command), tree.flat(state), clear::contains);
        for (var field : clear) {
            if (field == MemberField.ATTRIBUTES) {
                tree.given(state.profile()).keySet().stream()
                        .filter(path -> path.startsWith(ATTRIBUTES))
                        .forEach(path -> wanted.putIfAbsent(path, NullNode.getInstance()));
            } else {
                wanted.putIfAbsent(path(field), NullNode.getInstance());
            }
        }
        staleness.refuse(command.expectedVersion(), state, wanted);
        var mobile = wanted.get("mobile");
        if (mobile != null
                && mobile.isString()
                && !mobile.asString().equals(state.profile().mobile())) {
            wanted.put("contactConfirmedOn", StringNode.valueOf(time.today().toString()));
        }
        return wanted;
    }

    Edit transition(Transition command, String reason, @Nullable Batch batch) {
        return new Edit(
                command.id(),
                "transitioned",
                Set.of("status"),
                state -> next(command, state),
                new Terms(batch == null ? null : batch.id(), null, reason, notAhead(command.effectiveOn()), false));
    }

    private Map<String, JsonNode> next(Transition command, MemberState state) {
        Map<String, JsonNode> wanted =
                Map.of("status", StringNode.valueOf(command.to().name()));
        staleness.refuse(command.expectedVersion(), state, wanted);
        if (!state.status().mayBecome(command.to())) {
            throw Refusal.of(new IllegalTransition(
                    state.status(), command.to(), state.status().legalNext()));
        }
        return wanted;
    }

    Edit assign(MemberId id, Assignment assignment, @Nullable Batch batch) {
        var wanted = new HashMap<String, JsonNode>();
        assignOne(
                wanted,
                "homeUnit",
                assignment.homeUnit() == null ? null : assignment.homeUnit().value(),
                assignment.clearHomeUnit());
        assignOne(
                wanted,
                "adviser",
                assignment.adviser() == null ? null : assignment.adviser().value(),
                assignment.clearAdviser());
        Objects.requireNonNullElse(assignment.removeTags(), Set.<String>of())
                .forEach(tag -> wanted.put(TAGS + tag, NullNode.getInstance()));
        Objects.requireNonNullElse(assignment.addTags(), Set.<String>of())
                .forEach(tag -> wanted.put(TAGS + checkedTag(tag), BooleanNode.TRUE));
        var reason = batch == null || batch.reason() == null ? assignment.reason() : batch.reason();
        return new Edit(
                id, "assigned", wanted.keySet(), state -> wanted, Terms.of(batch == null ? null : batch.id(), reason));
    }

    private static void assignOne(
            Map<String, JsonNode> wanted, String path, @Nullable UUID value, @Nullable Boolean clear) {
        if (value != null) {
            wanted.put(path, StringNode.valueOf(value.toString()));
        } else if (Boolean.TRUE.equals(clear)) {
            wanted.put(path, NullNode.getInstance());
        }
    }

    static String checkedTag(String tag) {
        var text = tag.strip();
        if (text.isEmpty() || text.length() > LONGEST_TAG) {
            throw InvalidInput.of("tags", tag, "tag-length");
        }
        return text;
    }

    Edit confirmContacts(MemberId id) {
        var today = StringNode.valueOf(time.today().toString());
        return new Edit(
                id, "contacts-confirmed", Set.of(), state -> Map.of("contactConfirmedOn", today), Terms.because(null));
    }

    private @Nullable LocalDate notAhead(@Nullable LocalDate effectiveOn) {
        if (effectiveOn != null && effectiveOn.isAfter(time.today())) {
            throw InvalidInput.of("effectiveOn", effectiveOn, "not-in-the-future");
        }
        return effectiveOn;
    }

    private static String path(MemberField field) {
        return switch (field) {
            case NAME -> "name";
            case GENDER -> "gender";
            case BIRTHDAY -> "birthday";
            case MOBILE -> "mobile";
            case EMAIL -> "email";
            case ADDRESS -> "address";
            case DOCUMENT -> "document";
            case ORGANISATION -> "organisation";
            case PREFERENCES -> "preferences";
            case DELIVERY_ADDRESSES -> "deliveryAddresses";
            case ATTRIBUTES -> "attributes";
        };
    }

    /** The field a path belongs to, or null for paths that are not personal. */
    static @Nullable MemberField field(String path) {
        if (path.startsWith(ATTRIBUTES)) {
            return MemberField.ATTRIBUTES;
        }
        for (var field : MemberField.values()) {
            if (path(field).equals(path)) {
                return field;
            }
        }
        return null;
    }
}
