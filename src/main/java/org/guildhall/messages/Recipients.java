package org.guildhall.messages;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.access.Permission;
import org.guildhall.access.Scope;
import org.guildhall.kernel.MemberId;
import org.jooq.Condition;
import org.jooq.Field;

/** Whom messages reach; told by the module that keeps members. */
public interface Recipients {

    /** These members with what they had agreed to by then, for sending: no scope, no mask. Unknown ones are absent. */
    Map<MemberId, Recipient> of(Collection<MemberId> members, Instant at);

    /** These members' names as the reader may see them, by the same rules as everywhere. Unknown ones are absent. */
    Map<MemberId, Recipient> shown(Collection<MemberId> members);

    /** Refuses unless the actor holds the permission and its reach includes the member. */
    void requireVisible(MemberId member, Permission permission);

    /** Whether the scope includes the member. */
    boolean sees(MemberId member, Scope scope);

    /** True for rows whose member is within the scope. */
    Condition visible(Scope scope, Field<UUID> member);

    /** The numbers of these members. */
    Map<MemberId, String> numbers(Collection<MemberId> members);

    /** Those of these claims which the records of consent do not bear out. */
    List<Claim> unfounded(Collection<Claim> claims);

    /** That a member had agreed to advertising by a channel when a message was sent, as this record says. */
    record Claim(UUID message, MemberId member, UUID consent, Channel channel, Instant at) {}
}
