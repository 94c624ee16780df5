package org.guildhall.policies.drafts;

import java.util.Optional;
import org.guildhall.access.AuditEntry;
import org.guildhall.access.Witness;
import org.guildhall.kernel.Ids;
import org.guildhall.kernel.Refusal;
import org.guildhall.policies.DraftView;
import org.guildhall.policies.Policies;
import org.guildhall.policies.PolicyKind;
import org.guildhall.policies.PolicyRefusal;
import org.guildhall.policies.SaveDraft;
import org.guildhall.policies.forms.PolicyJson;
import org.guildhall.policies.versions.Editions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Saves and discards drafts; only what is valid for its kind is ever stored. */
@Component
class Drafting {

    private final DraftStore store;
    private final Editions editions;
    private final Policies policies;
    private final PolicyJson json;
    private final Witness witness;

    Drafting(DraftStore store, Editions editions, Policies policies, PolicyJson json, Witness witness) {
        this.store = store;
        this.editions = editions;
        this.policies = policies;
        this.json = json;
        this.witness = witness;
    }

    @Transactional
    public DraftView save(PolicyKind<?> kind, SaveDraft command) {
        var former = store.hold(kind.code());
        requireFresh(former, command.expectedRevision());
        var body = json.write(json.read(kind, json.tree(command.body())));
        var by = witness.access().actor();
        var draft = new DraftStore.Stored(
                former.map(DraftStore.Stored::id)
                        .orElseGet(() -> Ids.next(witness.time().clock())),
                kind.code(),
                body,
                command.expectedRevision() + 1,
                former.map(DraftStore.Stored::basedOn)
                        .orElseGet(() ->
                                policies.inForce(kind, witness.time().today()).version()),
                former.map(DraftStore.Stored::createdAt).orElseGet(witness.time()::now),
                by.reference(),
                by.name(),
                witness.time().now());
        if (former.isPresent()) {
            store.update(draft);
        } else if (!store.insert(draft)) {
            throw Refusal.of(new PolicyRefusal.StaleDraft(0, 1, ""));
        }
        witness.audit()
                .record(AuditEntry.of("policies.draft-saved", "policy", kind.code(), "revision", draft.revision()));
        return view(kind, draft);
    }

    @Transactional
    public void discard(PolicyKind<?> kind, int revision) {
        var draft = store.hold(kind.code());
        if (draft.isEmpty()) {
            throw Refusal.of(new PolicyRefusal.NoSuchDraft(kind.code()));
        }
        requireFresh(draft, revision);
        store.delete(draft.get().id());
        witness.audit().record(AuditEntry.of("policies.draft-discarded", "policy", kind.code(), "revision", revision));
    }

    Optional<DraftView> find(PolicyKind<?> kind) {
        return store.find(kind.code()).map(stored -> view(kind, stored));
    }

    /** The draft with what it changes of today's version. */
    private DraftView view(PolicyKind<?> kind, DraftStore.Stored draft) {
        return new DraftView(
                draft.id(),
                draft.kind(),
                draft.revision(),
                draft.basedOn(),
                json.map(draft.body()),
                editions.differences(kind, witness.time().today(), draft.body()),
                draft.editedBy(),
                draft.editorName(),
                draft.editedAt());
    }

    private static void requireFresh(Optional<DraftStore.Stored> draft, int expected) {
        int actual = draft.map(DraftStore.Stored::revision).orElse(0);
        if (actual != expected) {
            throw Refusal.of(new PolicyRefusal.StaleDraft(
                    expected, actual, draft.map(DraftStore.Stored::editorName).orElse("")));
        }
    }
}
