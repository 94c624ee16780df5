package org.guildhall.policies.drafts;

import java.util.List;
import org.guildhall.access.AuditEntry;
import org.guildhall.access.Witness;
import org.guildhall.kernel.Horizon;
import org.guildhall.kernel.Refusal;
import org.guildhall.policies.PolicyEvent;
import org.guildhall.policies.PolicyKind;
import org.guildhall.policies.PolicyRefusal;
import org.guildhall.policies.Publication;
import org.guildhall.policies.PublicationGate;
import org.guildhall.policies.PublishDraft;
import org.guildhall.policies.WithdrawVersion;
import org.guildhall.policies.forms.PolicyJson;
import org.guildhall.policies.versions.VersionStore;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Turns a draft into a version that never changes, and takes back one that has not begun. */
@Component
class Publishing {

    private final DraftStore drafts;
    private final Shelf shelf;
    private final PolicyJson json;
    private final Outlets outlets;
    private final Witness witness;

    Publishing(DraftStore drafts, Shelf shelf, PolicyJson json, Outlets outlets, Witness witness) {
        this.drafts = drafts;
        this.shelf = shelf;
        this.json = json;
        this.outlets = outlets;
        this.witness = witness;
    }

    /** Who must agree, and who hears of it. */
    @Component
    record Outlets(List<PublicationGate> gates, ApplicationEventPublisher events) {}

    @Transactional
    public int publish(PolicyKind<?> kind, PublishDraft command) {
        var draft = drafts.hold(kind.code()).orElseThrow(() -> Refusal.of(new PolicyRefusal.NoSuchDraft(kind.code())));
        if (draft.revision() != command.revision()) {
            throw Refusal.of(new PolicyRefusal.StaleDraft(command.revision(), draft.revision(), draft.editorName()));
        }
        check(kind, draft, command);
        var by = witness.access().actor();
        var version = new VersionStore.Stored(
                kind.code(),
                shelf.editions().next(kind),
                draft.body(),
                command.effectiveFrom(),
                kind.clause(),
                command.reason(),
                draft.editorName(),
                by.name(),
                witness.time().now(),
                null,
                null);
        shelf.versions().append(version, new VersionStore.Authors(draft.editedBy(), draft.editorName(), by, by.name()));
        drafts.delete(draft.id());
        shelf.memory().forget();
        remember("policies.published", version, command.reason());
        outlets.events.publishEvent(
                new PolicyEvent.PolicyPublished(kind.code(), version.version(), version.effectiveFrom()));
        return version.version();
    }

    @Transactional
    public void withdraw(PolicyKind<?> kind, int number, WithdrawVersion command) {
        var version = shelf.versions().all(kind.code()).stream()
                .filter(stored -> stored.version() == number)
                .findFirst()
                .orElseThrow(() -> Refusal.of(new PolicyRefusal.NoSuchVersion(kind.code(), number)));
        if (version.withdrawnAt() != null) {
            throw Refusal.of(new PolicyRefusal.AlreadyWithdrawn(kind.code(), number));
        }
        if (!version.effectiveFrom().isAfter(witness.time().today())) {
            throw Refusal.of(new PolicyRefusal.AlreadyInForce(kind.code(), number, version.effectiveFrom()));
        }
        var by = witness.access().actor();
        shelf.versions()
                .withdraw(
                        kind.code(),
                        number,
                        new VersionStore.Withdrawal(command.reason(), by, by.name()),
                        witness.time().now());
        shelf.memory().forget();
        remember("policies.withdrawn", version, command.reason());
        outlets.events.publishEvent(new PolicyEvent.PolicyWithdrawn(kind.code(), number, version.effectiveFrom()));
    }

    private void check(PolicyKind<?> kind, DraftStore.Stored draft, PublishDraft command) {
        if (command.effectiveFrom().isBefore(witness.time().today())) {
            throw Refusal.of(new PolicyRefusal.EffectiveInThePast(
                    command.effectiveFrom(), witness.time().today()));
        }
        Horizon.require("effectiveFrom", command.effectiveFrom(), witness.time().today());
        json.read(kind, draft.body());
        if (shelf.editions()
                .differences(kind, command.effectiveFrom(), draft.body())
                .isEmpty()) {
            throw Refusal.of(new PolicyRefusal.NothingToPublish(kind.code()));
        }
        var publication = new Publication(
                kind.code(),
                draft.editedBy(),
                draft.editorName(),
                witness.access().actor(),
                command.effectiveFrom(),
                command.reason());
        for (var gate : outlets.gates) {
            gate.check(publication).ifPresent(reason -> {
                throw Refusal.of(reason);
            });
        }
    }

    private void remember(String act, VersionStore.Stored version, String reason) {
        witness.audit()
                .record(AuditEntry.of(
                        act,
                        "policy",
                        version.kind(),
                        "version",
                        version.version(),
                        "effectiveFrom",
                        version.effectiveFrom().toString(),
                        "reason",
                        reason));
    }
}
