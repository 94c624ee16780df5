package org.guildhall.messages.outbox;

import static org.guildhall.jooq.messages.Tables.MESSAGE;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.guildhall.access.Permission;
import org.guildhall.access.Scope;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Explanation;
import org.guildhall.kernel.MemberId;
import org.guildhall.messages.Language;
import org.guildhall.messages.MessageDetail;
import org.guildhall.messages.MessagePolicy;
import org.guildhall.messages.PreviewView;
import org.guildhall.messages.Recipient;
import org.guildhall.messages.Recipients;
import org.guildhall.messages.templates.Rendering;
import org.guildhall.messages.templates.TemplateBook;
import org.guildhall.policies.Policies;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows messages to people, as far as they may see them: the text is made again, with the name as the reader may see it. */
@Component
class Showing {

    private final MessageStore store;
    private final TemplateBook templates;
    private final Recipients recipients;
    private final Policies policies;
    private final BusinessTime time;

    Showing(MessageStore store, TemplateBook templates, Recipients recipients, Policies policies, BusinessTime time) {
        this.store = store;
        this.templates = templates;
        this.recipients = recipients;
        this.policies = policies;
        this.time = time;
    }

    void requireVisible(MemberId member, Permission permission) {
        recipients.requireVisible(member, permission);
    }

    /** Messages to members within the scope. */
    Condition within(Scope scope) {
        return recipients.visible(scope, MESSAGE.MEMBER_ID);
    }

    boolean sees(MemberId member, Scope scope) {
        return recipients.sees(member, scope);
    }

    Map<MemberId, String> numbers(Set<MemberId> members) {
        return recipients.numbers(members);
    }

    MessageDetail detail(Stored stored) {
        var message = stored.view();
        var recipient = recipients.shown(Set.of(message.member())).get(message.member());
        return new MessageDetail(
                message,
                recipient == null || recipient.erased() ? null : text(stored, recipient),
                stored.facts(),
                store.attempts(message.member().value(), message.id()));
    }

    private PreviewView.@Nullable Shown text(Stored stored, Recipient recipient) {
        var message = stored.view();
        var texts = templates.texts(message.template(), message.version());
        var language = message.language() == null ? Language.spoken(recipient.language()) : message.language();
        return Rendering.render(
                message.channel(),
                Rendering.choose(texts, Objects.requireNonNull(language)),
                templates.reason(message.reason()),
                new Rendering.Values(recipient, stored.facts(), rules(stored)));
    }

    /** The rules that decided its fate; of what waits those of today. */
    private MessagePolicy rules(Stored stored) {
        var closed = stored.view().closedAt();
        return policies.inForce(MessagePolicy.KIND, closed == null ? time.today() : time.dateOf(closed))
                .policy();
    }

    Explanation why(Stored stored) {
        var closed = stored.view().closedAt();
        return MessageExplanation.of(
                stored,
                policies.inForce(MessagePolicy.KIND, closed == null ? time.today() : time.dateOf(closed))
                        .source());
    }
}
