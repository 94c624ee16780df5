package org.guildhall.benefits.acts;

import java.util.UUID;
import org.guildhall.benefits.BenefitRefusal;
import org.guildhall.kernel.Ids;
import org.guildhall.kernel.Refusal;

/** An act: under which key, and everything that must be the same when it comes again. */
record Act(UUID id, UUID hash) {

    static Act of(String what, String key, Object content) {
        return new Act(Ids.derived("benefits|" + what + "|" + key), Ids.derived(content.toString()));
    }

    /** Refuses another act under the same key. */
    void requireSame(UUID earlier) {
        if (!earlier.equals(hash)) {
            throw Refusal.of(new BenefitRefusal.ActDiffers(id));
        }
    }
}
