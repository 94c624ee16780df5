package org.guildhall.policies.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guildhall.policies.Difference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What two policies differ in, leaf by leaf; a list whose items have unique codes is compared by code, not by place. */
public final class Differences {

    private static final List<String> KEYS = List.of("code", "id", "name", "key");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<Difference> found = new ArrayList<>();

    private Differences() {}

    /** The differences in the order of the new policy's fields. */
    public static List<Difference> between(JsonNode from, JsonNode to) {
        var differences = new Differences();
        differences.compare("", from, to);
        return List.copyOf(differences.found);
    }

    private void compare(String path, @Nullable JsonNode from, @Nullable JsonNode to) {
        if (from != null && to != null && same(from, to)) {
            return;
        }
        if (from != null && to != null && from.isObject() && to.isObject()) {
            var names = new LinkedHashSet<>(to.propertyNames());
            names.addAll(from.propertyNames());
            names.forEach(name -> compare(path.isEmpty() ? name : path + "." + name, from.get(name), to.get(name)));
        } else if (from != null && to != null && from.isArray() && to.isArray()) {
            compareItems(path, from, to);
        } else {
            found.add(new Difference(path, plain(from), plain(to)));
        }
    }

    private void compareItems(String path, JsonNode from, JsonNode to) {
        var key = KEYS.stream()
                .filter(name -> unique(from, name) && unique(to, name))
                .findFirst();
        var former = items(from, key);
        var now = items(to, key);
        var names = new LinkedHashSet<>(now.keySet());
        names.addAll(former.keySet());
        names.forEach(name -> compare(path + "[" + name + "]", former.get(name), now.get(name)));
        if (former.keySet().equals(now.keySet())
                && !List.copyOf(former.keySet()).equals(List.copyOf(now.keySet()))) {
            found.add(new Difference(path + "[order]", List.copyOf(former.keySet()), List.copyOf(now.keySet())));
        }
    }

    private static Map<String, JsonNode> items(JsonNode array, Optional<String> key) {
        var items = new LinkedHashMap<String, JsonNode>();
        for (int i = 0; i < array.size(); i++) {
            var item = array.get(i);
            int place = i;
            items.put(key.map(name -> item.path(name).asString()).orElseGet(() -> Integer.toString(place)), item);
        }
        return items;
    }

    private static boolean unique(JsonNode array, String name) {
        var seen = new LinkedHashSet<String>();
        for (var item : array) {
            if (!item.path(name).isString() || !seen.add(item.path(name).asString())) {
                return false;
            }
        }
        return !array.isEmpty();
    }

    private static boolean same(JsonNode a, JsonNode b) {
        boolean numbers = a.isNumber() && b.isNumber();
        return numbers ? a.decimalValue().compareTo(b.decimalValue()) == 0 : a.equals(b);
    }

    private static @Nullable Object plain(@Nullable JsonNode node) {
        return node == null ? null : JSON.treeToValue(node, Object.class);
    }
}
