package org.guildhall.messages;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * Who gets a message, as the keeper of members knows it now.
 *
 * @param consents which record lets us advertise by which channel; channels without consent are absent
 */
public record Recipient(
        MemberId member,
        String number,
        @Nullable String name,
        @Nullable String language,
        @Nullable String mobile,
        @Nullable String email,
        Reach reach,
        Set<String> tags,
        Map<Channel, UUID> consents,
        boolean erased) {

    /** Copies. */
    public Recipient {
        tags = Set.copyOf(tags);
        consents = Map.copyOf(consents);
    }

    /** What the status of the membership allows. */
    public enum Reach {
        /** Everything the member agreed to. */
        ALL,
        /** What concerns the membership, no advertising. */
        SERVICE,
        /** Nothing. */
        NONE
    }

    /** Where a channel leads; the application knows members by their number. */
    public @Nullable String address(Channel channel) {
        return switch (channel) {
            case APP -> number;
            case SMS -> mobile;
            case EMAIL -> email;
        };
    }
}
