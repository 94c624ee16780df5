package org.guildhall.policies.drafts;

import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Horizon;
import org.guildhall.kernel.Refusal;
import org.guildhall.policies.PolicyKind;
import org.guildhall.policies.PolicyRefusal;
import org.guildhall.policies.PreviewDraft;
import org.guildhall.policies.PreviewView;
import org.guildhall.policies.versions.Editions;
import org.springframework.stereotype.Component;

/** Shows what a draft would change from a day on, in words and in figures. */
@Component
class DraftPreview {

    private final DraftStore drafts;
    private final Editions editions;
    private final Previews previews;
    private final BusinessTime time;

    DraftPreview(DraftStore drafts, Editions editions, Previews previews, BusinessTime time) {
        this.drafts = drafts;
        this.editions = editions;
        this.previews = previews;
        this.time = time;
    }

    PreviewView of(PolicyKind<?> kind, PreviewDraft command) {
        var code = kind.code();
        var draft = drafts.find(code).orElseThrow(() -> Refusal.of(new PolicyRefusal.NoSuchDraft(code)));
        if (command.effectiveFrom().isBefore(time.today())) {
            throw Refusal.of(new PolicyRefusal.EffectiveInThePast(command.effectiveFrom(), time.today()));
        }
        Horizon.require("effectiveFrom", command.effectiveFrom(), time.today());
        return new PreviewView(
                code,
                draft.revision(),
                command.effectiveFrom(),
                editions.differences(kind, command.effectiveFrom(), draft.body()),
                previews.of(kind, draft.body(), command.effectiveFrom()));
    }
}
