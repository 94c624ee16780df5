package org.guildhall.access.login;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.guildhall.access.SamePerson;
import org.guildhall.kernel.Actor;
import org.springframework.stereotype.Component;

/** {@link SamePerson} from who made which key; a revoked key keeps its maker. */
@Component
class MakersOfKeys implements SamePerson {

    private static final String KEY = "key:";

    private final ApiKeyStore keys;

    MakersOfKeys(ApiKeyStore keys) {
        this.keys = keys;
    }

    @Override
    public Set<String> references(Actor actor) {
        var found = new HashSet<String>(Set.of(actor.reference()));
        if (!(actor instanceof Actor.Staff || actor instanceof Actor.Program)) {
            return Set.copyOf(found);
        }
        addMakers(actor.reference(), found);
        Set<String> makers = found;
        while (!makers.isEmpty()) {
            var made = new HashSet<>(keys.madeBy(makers));
            made.removeAll(found);
            found.addAll(made);
            makers = made;
        }
        return Set.copyOf(found);
    }

    /** Up to the person: a key may have been made by a key. What the machine made is nobody's. */
    private void addMakers(String reference, Set<String> found) {
        var maker = reference;
        while (maker.startsWith(KEY)) {
            var key = keys.get(UUID.fromString(maker.substring(KEY.length())));
            maker = key.isPresent() ? key.get().createdBy() : "";
            if (!maker.startsWith(KEY) && !maker.startsWith("staff:")) {
                return;
            }
            if (!found.add(maker)) {
                return;
            }
        }
    }
}
