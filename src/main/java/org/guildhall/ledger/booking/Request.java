package org.guildhall.ledger.booking;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.Ids;
import org.guildhall.kernel.MemberId;
import org.guildhall.ledger.CauseKey;
import org.guildhall.ledger.Posting;
import org.guildhall.ledger.allocation.Act;
import org.guildhall.ledger.allocation.Acts;
import org.jspecify.annotations.Nullable;

/**
 * A posting as it is to be stored: who asked, what is to be done, and the hash by which a repetition is recognised.
 *
 * <p>{@code movements} is the text of the acts; {@code reverses} the posting this one undoes.
 */
public record Request(
        Head head,
        UUID id,
        List<Act> acts,
        String movements,
        String actor,
        @Nullable UUID reverses,
        UUID contentHash) {

    /** All of a posting but what it does. */
    public record Head(
            CauseKey key,
            MemberId member,
            String kind,
            @Nullable Instant occurredAt,
            String causeType,
            UUID causeId,
            @Nullable String reasonCode,
            int policyVersion) {

        /** An act of the ledger itself or on an earlier posting: without reason or policy of its own. */
        public Head(
                CauseKey key,
                MemberId member,
                String kind,
                @Nullable Instant occurredAt,
                String causeType,
                UUID causeId) {
            this(key, member, kind, occurredAt, causeType, causeId, null, 0);
        }

        private String content() {
            return member + "|" + kind + "|" + occurredAt + "|" + causeType + "|" + causeId + "|" + reasonCode + "|"
                    + policyVersion;
        }
    }

    /** What an actor asks for. */
    public static Request of(Posting posting, Actor actor) {
        var head = new Head(
                posting.key(),
                posting.member(),
                posting.kind(),
                posting.occurredAt(),
                posting.causeType(),
                posting.causeId(),
                posting.reasonCode(),
                posting.policyVersion());
        return of(head, posting.movements().stream().<Act>map(Act.Moved::new).toList(), actor, null);
    }

    /** Any acts. */
    public static Request of(Head head, List<Act> acts, Actor actor, @Nullable UUID reverses) {
        var movements = Acts.write(acts);
        var content = Ids.derived(head.content() + "|" + movements + "|" + reverses);
        return new Request(head, head.key().postingId(), acts, movements, actor.reference(), reverses, content);
    }

    /** Whose value moves. */
    public MemberId member() {
        return head.member();
    }
}
