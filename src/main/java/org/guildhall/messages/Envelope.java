package org.guildhall.messages;

import org.jspecify.annotations.Nullable;

/**
 * A message ready to go, to one address.
 *
 * @param key the message's own; sent again with the same key, it is the same message
 */
public record Envelope(
        String key,
        Channel channel,
        String address,
        Language language,
        @Nullable String subject,
        String body) {

    /** Whether address and subject hold no character that would end a header and begin another. */
    public boolean safe() {
        return plain(address) && (subject == null || plain(subject));
    }

    private static boolean plain(String text) {
        return text.chars().noneMatch(c -> c < 0x20 || c == 0x7F || c == 0x85 || c == 0x2028 || c == 0x2029);
    }
}
