package org.guildhall.messages.templates;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guildhall.access.Access;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.Refusal;
import org.guildhall.messages.Language;
import org.guildhall.messages.MessagePermissions;
import org.guildhall.messages.MessagePolicy;
import org.guildhall.messages.MessageReason;
import org.guildhall.messages.MessageRefusal;
import org.guildhall.messages.PreviewTemplate;
import org.guildhall.messages.PreviewView;
import org.guildhall.messages.PublishTemplate;
import org.guildhall.messages.ReasonView;
import org.guildhall.messages.Recipients;
import org.guildhall.messages.RetireTemplate;
import org.guildhall.messages.TemplateText;
import org.guildhall.messages.TemplateView;
import org.guildhall.messages.Templates;
import org.guildhall.policies.Policies;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** {@link Templates} on tables; adds what the reasons bring when the application starts. */
@Component
public class TemplateBook implements Templates, SmartInitializingSingleton {

    private final TemplateStore store;
    private final Map<String, MessageReason> reasons;
    private final Recipients recipients;
    private final Policies policies;
    private final Witness witness;
    private final Map<String, List<TemplateText>> texts = new ConcurrentHashMap<>();

    TemplateBook(
            TemplateStore store,
            ObjectProvider<MessageReason> reasons,
            Recipients recipients,
            Policies policies,
            Witness witness) {
        this.store = store;
        this.reasons = reasons.stream().collect(Collectors.toMap(MessageReason::code, Function.identity()));
        this.recipients = recipients;
        this.policies = policies;
        this.witness = witness;
    }

    /** Who acts, what is remembered of it, and when. */
    @Component
    record Witness(Access access, Audit audit, BusinessTime time) {}

    @Override
    public void afterSingletonsInstantiated() {
        for (var reason : reasons.values()) {
            for (var built : reason.builtIns()) {
                store.insert(
                        new PublishTemplate(
                                built.template(),
                                null,
                                reason.code(),
                                built.purpose(),
                                built.channel(),
                                built.texts(),
                                0,
                                "built in"),
                        witness.time.now(),
                        "system:messages");
            }
        }
    }

    @Override
    public List<TemplateView> list() {
        witness.access.require(MessagePermissions.READ);
        return store.all();
    }

    @Override
    public TemplateView get(String code) {
        witness.access.require(MessagePermissions.READ);
        return known(code);
    }

    @Override
    public List<TemplateView.Version> versions(String code) {
        witness.access.require(MessagePermissions.READ);
        known(code);
        return store.versions(code);
    }

    @Override
    public List<ReasonView> reasons() {
        witness.access.require(MessagePermissions.READ);
        return reasons.values().stream()
                .sorted(java.util.Comparator.comparing(MessageReason::code))
                .map(reason -> new ReasonView(
                        reason.code(),
                        Stream.concat(reason.variables().stream(), Rendering.EVERYBODYS.stream())
                                .toList(),
                        reason.sample()))
                .toList();
    }

    @Override
    public PreviewView preview(PreviewTemplate draft) {
        witness.access.require(MessagePermissions.READ);
        var reason = reason(draft.reason());
        var member = draft.member();
        var recipient = TemplateCheck.somebody();
        if (member != null) {
            recipients.requireVisible(member, MessagePermissions.READ);
            recipient = recipients.shown(Set.of(member)).getOrDefault(member, recipient);
        }
        var values = new Rendering.Values(recipient, reason.sample(), policy());
        var shown = draft.texts().stream()
                .map(text -> Rendering.render(draft.channel(), text, reason, values))
                .toList();
        var problems = new TemplateCheck(reason, draft.purpose(), draft.channel(), policy()).broken(draft.texts());
        boolean readable = draft.texts().stream().anyMatch(text -> text.language() == Language.ZH_CN);
        return new PreviewView(
                shown,
                readable
                        ? Rendering.choose(draft.texts(), Language.spoken(recipient.language()))
                                .language()
                        : null,
                problems);
    }

    @Override
    @Transactional
    public TemplateView publish(PublishTemplate command) {
        witness.access.require(MessagePermissions.TEMPLATES);
        var broken = new TemplateCheck(reason(command.reason()), command.purpose(), command.channel(), policy())
                .broken(command.texts());
        if (!broken.isEmpty()) {
            throw Refusal.of(new InvalidInput(broken));
        }
        if (!written(command)) {
            int now = store.current(command.code()).map(Current::version).orElse(0);
            throw Refusal.of(new MessageRefusal.TemplateMoved(command.code(), command.expectedVersion(), now));
        }
        witness.audit.record(AuditEntry.of(
                "messages.template-published",
                "template",
                command.code(),
                "version",
                command.expectedVersion() + 1,
                "note",
                command.note()));
        return known(command.code());
    }

    private boolean written(PublishTemplate command) {
        var actor = witness.access.actor().reference();
        if (command.expectedVersion() == 0) {
            return store.insert(command, witness.time.now(), actor);
        }
        var current = require(command.code());
        if (!current.reason().equals(command.reason())
                || current.purpose() != command.purpose()
                || current.channel() != command.channel()) {
            throw Refusal.of(new MessageRefusal.TemplateFixed(command.code()));
        }
        return store.follow(command, witness.time.now(), actor);
    }

    @Override
    @Transactional
    public TemplateView retire(String code, RetireTemplate command) {
        witness.access.require(MessagePermissions.TEMPLATES);
        var current = require(code);
        if (!store.retire(code, command.expectedVersion(), command.retired())) {
            throw Refusal.of(new MessageRefusal.TemplateMoved(code, command.expectedVersion(), current.version()));
        }
        witness.audit.record(AuditEntry.of(
                command.retired() ? "messages.template-retired" : "messages.template-restored",
                "template",
                code,
                "reason",
                command.reason()));
        return known(code);
    }

    /** The template as it makes messages now. */
    public Current require(String code) {
        return store.current(code).orElseThrow(() -> Refusal.of(new MessageRefusal.UnknownTemplate(code)));
    }

    /** The words of a version; they never change. */
    public List<TemplateText> texts(String code, int version) {
        return texts.computeIfAbsent(code + " " + version, key -> store.texts(code, version));
    }

    /** Whether anybody has anything of this sort to tell. */
    public boolean knows(String reason) {
        return reasons.containsKey(reason);
    }

    /** What there is to tell. */
    public MessageReason reason(String code) {
        var reason = reasons.get(code);
        if (reason == null) {
            throw Refusal.of(new MessageRefusal.UnknownReason(code));
        }
        return reason;
    }

    private TemplateView known(String code) {
        return store.find(code).orElseThrow(() -> Refusal.of(new MessageRefusal.UnknownTemplate(code)));
    }

    private MessagePolicy policy() {
        return policies.inForce(MessagePolicy.KIND, witness.time.today()).policy();
    }
}
