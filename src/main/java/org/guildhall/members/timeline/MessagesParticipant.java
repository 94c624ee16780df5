package org.guildhall.members.timeline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.guildhall.access.Permission;
import org.guildhall.kernel.MemberId;
import org.guildhall.members.Participant;
import org.guildhall.members.TimelineEntry;
import org.guildhall.members.TimelineQuery;
import org.guildhall.messages.MessagePermissions;
import org.guildhall.messages.MessageState;
import org.guildhall.messages.MessageView;
import org.guildhall.messages.MessagesAbout;
import org.guildhall.messages.Outbox;
import org.springframework.stereotype.Component;

/** Tells of messages on behalf of messages, which lies below members: what went out, and what did not. */
@Component
class MessagesParticipant implements Participant {

    private static final String SENT = "messages.sent";
    private static final String UNSENT = "messages.unsent";

    private final Outbox outbox;

    MessagesParticipant(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public String module() {
        return "messages";
    }

    @Override
    public Set<String> kinds() {
        return Set.of(SENT, UNSENT);
    }

    @Override
    public Permission permission(String kind) {
        return MessagePermissions.READ;
    }

    @Override
    public List<TimelineEntry> timeline(MemberId member, TimelineQuery query) {
        if (!query.wants(SENT) && !query.wants(UNSENT)) {
            return List.of();
        }
        boolean both = query.wants(SENT) && query.wants(UNSENT);
        var before = query.before();
        return outbox
                .about(new MessagesAbout(
                        member,
                        both ? null : query.wants(SENT),
                        query.knownAt(),
                        before == null ? null : before.occurredAt(),
                        before == null ? null : before.id(),
                        query.limit()))
                .stream()
                .map(MessagesParticipant::entry)
                .toList();
    }

    @Override
    public void erase(MemberId member) {
        outbox.forget(member);
    }

    private static TimelineEntry entry(MessageView message) {
        var at = Objects.requireNonNull(message.closedAt());
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("reason", message.reason());
        facts.put("channel", message.channel().code());
        facts.put("message", message.id().toString());
        if (message.suppression() != null) {
            facts.put("why", message.suppression().code());
        } else {
            facts.put("why", message.state().code());
        }
        return new TimelineEntry(
                message.id(), message.state() == MessageState.SENT ? SENT : UNSENT, at, at, null, facts);
    }
}
