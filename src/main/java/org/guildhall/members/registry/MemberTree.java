package org.guildhall.members.registry;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.guildhall.members.MemberProfile;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A record as values by path ({@code mobile}, {@code attributes.salary}, {@code tags.金卡}, {@code status}), so that any two
 * states can be compared, a change stored, set back, and a former state rebuilt, by one rule for all fields.
 */
@Component
public final class MemberTree {

    /** Paths whose values are not personal and are stored in the clear. */
    private static final Set<String> PLAIN =
            Set.of("status", "homeUnit", "adviser", "joinedOn", "contactConfirmedOn", "annulled");

    private static final String ATTRIBUTES = "attributes.";
    private static final String TAGS = "tags.";

    private final JsonMapper json;

    MemberTree(JsonMapper json) {
        this.json = json;
    }

    /** Whether the values of the path must be sealed in history. */
    public static boolean personal(String path) {
        return !PLAIN.contains(path) && !path.startsWith(TAGS);
    }

    /** The values given in a profile, by path. */
    public Map<String, JsonNode> given(MemberProfile profile) {
        var values = new LinkedHashMap<String, JsonNode>();
        ObjectNode tree = json.valueToTree(profile);
        for (var entry : tree.properties()) {
            if (entry.getKey().equals("attributes")) {
                entry.getValue().properties().forEach(a -> values.put(ATTRIBUTES + a.getKey(), a.getValue()));
            } else {
                values.put(entry.getKey(), entry.getValue());
            }
        }
        return values;
    }

    /** All values of a state, by path; what is absent has no path. */
    public Map<String, JsonNode> flat(MemberState state) {
        var values = new TreeMap<>(given(state.profile()));
        state.tags().forEach(tag -> values.put(TAGS + tag, JsonNodeFactory.instance.booleanNode(true)));
        var rest = new Rest(
                state.status(),
                state.homeUnit(),
                state.adviser(),
                state.joinedOn(),
                state.contactConfirmedOn(),
                state.annulled());
        ObjectNode tree = json.valueToTree(rest);
        tree.properties().forEach(entry -> values.put(entry.getKey(), entry.getValue()));
        return values;
    }

    /** The state with these values set; a null node clears. Version and sealed document stay. */
    public MemberState with(MemberState state, Map<String, JsonNode> changed) {
        var values = flat(state);
        set(values, changed);
        var profile = json.createObjectNode();
        var attributes = json.createObjectNode();
        var rest = json.createObjectNode();
        var tags = new TreeSet<String>();
        values.forEach((path, value) -> {
            if (path.startsWith(ATTRIBUTES)) {
                attributes.set(path.substring(ATTRIBUTES.length()), value);
            } else if (path.startsWith(TAGS)) {
                tags.add(path.substring(TAGS.length()));
            } else {
                (PLAIN.contains(path) ? rest : profile).set(path, value);
            }
        });
        if (!attributes.isEmpty()) {
            profile.set("attributes", attributes);
        }
        var plain = json.treeToValue(rest, Rest.class);
        return new MemberState(
                state.id(),
                state.kind(),
                state.number(),
                state.version(),
                plain.status(),
                json.treeToValue(profile, MemberProfile.class),
                tags,
                plain.homeUnit(),
                plain.adviser(),
                plain.joinedOn(),
                plain.contactConfirmedOn(),
                state.document(),
                state.registeredAt(),
                state.erasedAt(),
                plain.annulled());
    }

    private static void set(Map<String, JsonNode> values, Map<String, JsonNode> changed) {
        changed.forEach((path, value) -> {
            if (value.isNull()) {
                values.remove(path);
            } else {
                values.put(path, value);
            }
        });
    }

    /** Of the wanted values, those that differ from the state's, with their present value (null node if absent). */
    Map<String, Pair> differences(MemberState state, Map<String, JsonNode> wanted) {
        var present = flat(state);
        var differences = new TreeMap<String, Pair>();
        wanted.forEach((path, value) -> {
            JsonNode before = present.getOrDefault(path, NullNode.getInstance());
            if (!same(before, value)) {
                differences.put(path, new Pair(before, value));
            }
        });
        return differences;
    }

    /** Equal values; a number is the same number however it was written or read (83236 and 83236.0). */
    static boolean same(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue()) == 0;
        }
        return one.equals(other);
    }

    /** A value before and after a change. */
    record Pair(JsonNode before, JsonNode after) {}

    private record Rest(
            org.guildhall.members.MemberStatus status,
            org.guildhall.kernel.@org.jspecify.annotations.Nullable UnitId homeUnit,
            org.guildhall.kernel.@org.jspecify.annotations.Nullable StaffId adviser,
            java.time.LocalDate joinedOn,
            java.time.@org.jspecify.annotations.Nullable LocalDate contactConfirmedOn,
            boolean annulled) {}
}
