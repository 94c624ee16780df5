package org.guildhall.messages.outbox;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.access.Access;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.access.ListFiles;
import org.guildhall.access.Permission;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Explanation;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.Slice;
import org.guildhall.messages.AdapterView;
import org.guildhall.messages.Channel;
import org.guildhall.messages.ExportMessages;
import org.guildhall.messages.MessageBecause;
import org.guildhall.messages.MessageDetail;
import org.guildhall.messages.MessagePermissions;
import org.guildhall.messages.MessageQuery;
import org.guildhall.messages.MessageRefusal;
import org.guildhall.messages.MessageView;
import org.guildhall.messages.MessagesAbout;
import org.guildhall.messages.Outbox;
import org.guildhall.messages.PlanMessages;
import org.guildhall.messages.SendMessage;
import org.guildhall.messages.dispatch.Dispatcher;
import org.guildhall.platform.JobView;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** {@link Outbox}: asks who may, and tells what was done. */
@Component
class OutboxDesk implements Outbox {

    private final Planning planning;
    private final Shelf shelf;
    private final Showing showing;
    private final Dispatcher dispatcher;
    private final Witness witness;

    OutboxDesk(Planning planning, Shelf shelf, Showing showing, Dispatcher dispatcher, Witness witness) {
        this.planning = planning;
        this.shelf = shelf;
        this.showing = showing;
        this.dispatcher = dispatcher;
        this.witness = witness;
    }

    /** Where messages are kept and found. */
    @Component
    record Shelf(MessageStore store, MessageSearch search) {}

    /** Who acts, what is remembered of it, when, and who writes files of it. */
    @Component
    record Witness(Access access, Audit audit, BusinessTime time, ListFiles files) {}

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public int plan(PlanMessages messages) {
        return planning.plan(messages);
    }

    @Override
    @Transactional
    public MessageDetail send(SendMessage command, String cause) {
        witness.access.require(MessagePermissions.SEND);
        showing.requireVisible(command.member(), MessagePermissions.SEND);
        var period = "hand|" + cause;
        var facts = command.facts() == null ? Map.<String, Object>of() : command.facts();
        var template = planning.template(command.template());
        var id = PlanStore.id(command.member(), template.reason(), period);
        int planned = planning.plan(PlanMessages.of(
                command.template(), List.of(new PlanMessages.Wish(command.member(), period, facts, null))));
        var stored = known(id);
        if (planned == 0 && !(stored.view().template().equals(command.template()) && planning.same(stored, facts))) {
            throw Refusal.of(new MessageRefusal.MessageDiffers(id));
        }
        if (planned > 0) {
            witness.audit.record(AuditEntry.of(
                            "messages.sent-by-hand",
                            "message",
                            id,
                            "template",
                            command.template(),
                            "version",
                            stored.view().version())
                    .about(command.member()));
        }
        return showing.detail(stored);
    }

    @Override
    public Slice<MessageView> list(MessageQuery query) {
        var scope = witness.access.require(MessagePermissions.READ);
        return shelf.search.page(query, showing.within(scope));
    }

    @Override
    public MessageDetail get(UUID id) {
        return showing.detail(visible(id, MessagePermissions.READ));
    }

    @Override
    public Explanation why(UUID id) {
        return showing.why(visible(id, MessagePermissions.READ));
    }

    @Override
    @Transactional
    public MessageView retry(UUID id, MessageBecause command) {
        var stored = visible(id, MessagePermissions.OPERATE);
        if (!shelf.store.reopen(id, command.reason(), witness.time.now())) {
            throw Refusal.of(new MessageRefusal.NotRetriable(id, stored.view().state()));
        }
        return noted("messages.retried", stored.view(), command);
    }

    @Override
    @Transactional
    public MessageView cancel(UUID id, MessageBecause command) {
        var stored = visible(id, MessagePermissions.OPERATE);
        var actor = witness.access.actor().reference();
        if (!shelf.store.cancel(id, command.reason(), actor, witness.time.now())) {
            throw Refusal.of(new MessageRefusal.NotCancellable(id, stored.view().state()));
        }
        return noted("messages.cancelled", stored.view(), command);
    }

    private MessageView noted(String act, MessageView message, MessageBecause command) {
        witness.audit.record(
                AuditEntry.of(act, "message", message.id(), "template", message.template(), "reason", command.reason())
                        .about(message.member()));
        return known(message.id()).view();
    }

    @Override
    public JobView export(ExportMessages command) {
        return witness.files.start(MessageExport.KIND, command);
    }

    @Override
    public List<AdapterView> adapters() {
        witness.access.require(MessagePermissions.READ);
        var waiting = shelf.store.waiting();
        return Arrays.stream(Channel.values())
                .map(channel -> dispatcher.adapter(channel, waiting.getOrDefault(channel, 0L)))
                .toList();
    }

    @Override
    public int dispatch() {
        if (!(witness.access.actor() instanceof Actor.Machine)) {
            throw new IllegalStateException("messages are sent by the machine");
        }
        return dispatcher.run();
    }

    @Override
    public List<MessageView> about(MessagesAbout query) {
        return shelf.search.about(query);
    }

    @Override
    public void forget(MemberId member) {
        shelf.store.forget(member);
    }

    private Stored visible(UUID id, Permission permission) {
        var scope = witness.access.require(permission);
        var stored = known(id);
        if (!showing.sees(stored.view().member(), scope)) {
            throw Refusal.of(new MessageRefusal.UnknownMessage(id));
        }
        return stored;
    }

    private Stored known(UUID id) {
        return shelf.store.find(id).orElseThrow(() -> Refusal.of(new MessageRefusal.UnknownMessage(id)));
    }
}
