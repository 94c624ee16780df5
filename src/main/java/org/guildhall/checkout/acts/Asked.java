package org.guildhall.checkout.acts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.guildhall.kernel.Ids;
import org.jspecify.annotations.Nullable;

/**
 * What is asked: under which key, everything that must be the same when it comes again, and when it is told to have happened
 * (now if absent).
 */
record Asked(String key, List<?> content, @Nullable Instant as) {

    UUID id() {
        return Ids.derived("checkout|" + key);
    }

    UUID hash() {
        return Ids.derived(content.toString());
    }
}
