package org.guildhall.sessioncards.acts;

import java.util.UUID;
import org.guildhall.kernel.Ids;
import org.guildhall.kernel.Refusal;
import org.guildhall.sessioncards.SessionCardRefusal;

/** An act: under which key, and everything that must be the same when it comes again. */
record Act(UUID id, UUID hash) {

    static Act of(String what, String key, Object content) {
        return new Act(Ids.derived("sessioncards|" + what + "|" + key), Ids.derived(content.toString()));
    }

    /** Refuses another act under the same key. */
    void requireSame(UUID earlier) {
        if (!earlier.equals(hash)) {
            throw Refusal.of(new SessionCardRefusal.ActDiffers(id));
        }
    }
}
