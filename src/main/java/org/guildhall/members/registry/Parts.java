package org.guildhall.members.registry;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.members.MemberField;
import org.guildhall.members.MemberProfile;
import org.guildhall.members.UpdateMember;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The parts of values that have several (address, organisation, preferences): those given are laid over the present ones, so
 * that nobody erases by a change what they may not see. Only parts that are named, or given as an empty list, are emptied.
 */
final class Parts {

    private static final String ATTRIBUTE = "attributes.";
    private static final Map<String, MemberField> FIELDS = Map.of(
            "address", MemberField.ADDRESS,
            "organisation", MemberField.ORGANISATION,
            "preferences", MemberField.PREFERENCES);
    private static final Set<String> KNOWN = Set.of(
            "address.regionCode",
            "address.line",
            "address.postcode",
            "organisation.creditCode",
            "organisation.industry",
            "organisation.size",
            "organisation.representatives",
            "organisation.contacts",
            "preferences.language",
            "preferences.contactTime",
            "preferences.interests",
            "preferences.remark");

    private Parts() {}

    /** The parts that the change empties; an unknown one is refused. */
    static Set<String> emptied(UpdateMember command) {
        var emptied = new HashSet<>(Objects.requireNonNullElse(command.clearParts(), Set.<String>of()));
        for (var part : emptied) {
            if (!KNOWN.contains(part) && !part.startsWith(ATTRIBUTE)) {
                throw InvalidInput.of("clearParts", part, "known-part");
            }
        }
        emptied.addAll(emptyLists(command.set()));
        return emptied;
    }

    private static Set<String> emptyLists(MemberProfile set) {
        var lists = new HashSet<String>();
        var organisation = set.organisation();
        if (organisation != null && isEmpty(organisation.representatives())) {
            lists.add("organisation.representatives");
        }
        if (organisation != null && isEmpty(organisation.contacts())) {
            lists.add("organisation.contacts");
        }
        if (set.preferences() != null && isEmpty(set.preferences().interests())) {
            lists.add("preferences.interests");
        }
        return lists;
    }

    private static boolean isEmpty(@Nullable List<?> given) {
        return given != null && given.isEmpty();
    }

    /** The paths of the values that these parts belong to. */
    static Set<String> paths(Set<String> parts) {
        return parts.stream()
                .map(part -> part.startsWith(ATTRIBUTE) ? part : part.substring(0, part.indexOf('.')))
                .collect(Collectors.toSet());
    }

    /** Lays the wanted values over the present ones; a value that is cleared as a whole begins anew. */
    static void merge(
            Map<String, JsonNode> wanted,
            Set<String> emptied,
            Map<String, JsonNode> present,
            Predicate<MemberField> cleared) {
        var touched = paths(emptied);
        FIELDS.forEach((path, field) -> {
            var given = wanted.get(path);
            if (given == null && !touched.contains(path)) {
                return;
            }
            var before = cleared.test(field) ? null : present.get(path);
            var merged =
                    before instanceof ObjectNode object ? object.deepCopy() : JsonNodeFactory.instance.objectNode();
            emptied.stream()
                    .filter(part -> part.startsWith(path + "."))
                    .forEach(part -> merged.remove(part.substring(path.length() + 1)));
            if (given != null) {
                given.properties().stream()
                        .filter(part -> !part.getValue().isNull())
                        .forEach(part -> merged.set(part.getKey(), part.getValue()));
            }
            wanted.put(path, merged.isEmpty() ? NullNode.getInstance() : merged);
        });
        emptied.stream()
                .filter(part -> part.startsWith(ATTRIBUTE))
                .forEach(part -> wanted.putIfAbsent(part, NullNode.getInstance()));
    }
}
