package org.guildhall.loyalty.purchases;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.guildhall.loyalty.purchases.FactStore.Taken;
import org.jspecify.annotations.Nullable;

/** Finds, for external keys, the fact that holds each key now, or the identifier that the next one will have. */
public final class KeySlots {

    private KeySlots() {}

    /** An external key. */
    public record FactKey(String source, String number) {}

    /** The place of a key: the identifier of its present generation, and the fact that holds it, if one does. */
    record Slot(UUID id, int generation, @Nullable Taken holder) {}

    /** Makes identifiers of a kind of fact. */
    @FunctionalInterface
    interface Identifiers {
        UUID of(String source, String number, int generation);
    }

    /** The slots these keys have if nothing holds them or ever did. */
    static Map<FactKey, Slot> ofNew(Collection<FactKey> keys, Identifiers identifiers) {
        var slots = new HashMap<FactKey, Slot>();
        keys.forEach(key -> slots.put(key, new Slot(identifiers.of(key.source, key.number, 0), 0, null)));
        return slots;
    }

    /** The slots of these keys; voided facts no longer hold theirs. */
    static Map<FactKey, Slot> of(
            Collection<FactKey> keys, Identifiers identifiers, Function<Collection<UUID>, Map<UUID, Taken>> taken) {
        var slots = new HashMap<FactKey, Slot>();
        List<FactKey> open = List.copyOf(keys);
        for (int generation = 0; !open.isEmpty(); generation++) {
            var ids = new HashMap<FactKey, UUID>();
            for (var key : open) {
                ids.put(key, identifiers.of(key.source, key.number, generation));
            }
            var found = taken.apply(ids.values());
            var further = new ArrayList<FactKey>();
            for (var key : open) {
                var id = ids.get(key);
                var holder = found.get(id);
                if (holder != null && holder.voided()) {
                    further.add(key);
                } else if (id != null) {
                    slots.put(key, new Slot(id, generation, holder));
                }
            }
            open = further;
        }
        return slots;
    }
}
