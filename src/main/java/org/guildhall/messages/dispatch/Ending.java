package org.guildhall.messages.dispatch;

import java.time.Instant;
import java.util.UUID;
import org.guildhall.messages.Language;
import org.guildhall.messages.Outcome;
import org.guildhall.messages.Suppression;
import org.jspecify.annotations.Nullable;

/** How one attempt ended and what becomes of its message. */
sealed interface Ending {

    /** The message. */
    Taken message();

    /** It rests until then; the attempt does not count. */
    record Held(Taken message, Instant until) implements Ending {}

    /** It is not sent; the attempt does not count. */
    record Suppressed(Taken message, Suppression why) implements Ending {}

    /**
     * It was tried.
     *
     * @param again when it is tried again; never if absent
     */
    record Tried(
            Taken message,
            Outcome outcome,
            String adapter,
            Language language,
            @Nullable UUID consent,
            @Nullable String code,
            @Nullable String detail,
            @Nullable Instant again)
            implements Ending {}
}
