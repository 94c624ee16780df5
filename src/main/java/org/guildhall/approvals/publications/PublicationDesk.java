package org.guildhall.approvals.publications;

import java.util.HashMap;
import java.util.Map;
import org.guildhall.access.Access;
import org.guildhall.approvals.ApprovalRefusal;
import org.guildhall.approvals.ApprovalSubject;
import org.guildhall.approvals.ApprovalView;
import org.guildhall.approvals.Approvals;
import org.guildhall.approvals.AskApproval;
import org.guildhall.approvals.AskPublication;
import org.guildhall.approvals.Publications;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Horizon;
import org.guildhall.kernel.Ids;
import org.guildhall.kernel.Refusal;
import org.guildhall.policies.DraftView;
import org.guildhall.policies.PolicyDesk;
import org.guildhall.policies.PolicyPermissions;
import org.guildhall.policies.PolicyRefusal;
import org.guildhall.policies.PublicationEvidence;
import org.guildhall.policies.PublishDraft;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks for publication, and publishes once approved; the approval's words stay beside the version. */
@Component
class PublicationDesk implements Publications, ApprovalSubject {

    private final ObjectProvider<Approvals> approvals;
    private final PolicyDesk policies;
    private final Access access;
    private final JsonMapper json;
    private final Witness witness;

    PublicationDesk(
            ObjectProvider<Approvals> approvals, PolicyDesk policies, Access access, JsonMapper json, Witness witness) {
        this.approvals = approvals;
        this.policies = policies;
        this.access = access;
        this.json = json;
        this.witness = witness;
    }

    /** The time, and what others know of a draft; late, since they use policies themselves. */
    @Component
    record Witness(BusinessTime time, ObjectProvider<PublicationEvidence> evidence) {}

    @Override
    @Transactional
    public ApprovalView ask(AskPublication command) {
        access.require(PolicyPermissions.DRAFT);
        var draft = policies.get(command.policy()).draft();
        if (draft == null) {
            throw Refusal.of(new PolicyRefusal.NoSuchDraft(command.policy()));
        }
        if (draft.revision() != command.revision()) {
            throw Refusal.of(new PolicyRefusal.StaleDraft(command.revision(), draft.revision(), draft.editorName()));
        }
        if (!draft.editedBy().equals(access.actor().reference())) {
            throw Refusal.of(new ApprovalRefusal.NotTheEditor(draft.editorName()));
        }
        if (command.effectiveFrom().isBefore(witness.time.today())) {
            throw Refusal.of(new PolicyRefusal.EffectiveInThePast(command.effectiveFrom(), witness.time.today()));
        }
        Horizon.require("effectiveFrom", command.effectiveFrom(), witness.time.today());
        return approvals
                .getObject()
                .ask(new AskApproval(
                        KIND,
                        Ids.derived("publication|" + command.policy()),
                        json.valueToTree(command),
                        facts(command, draft),
                        0,
                        null,
                        null,
                        command.reason()));
    }

    private Map<String, Object> facts(AskPublication command, DraftView draft) {
        var facts = new HashMap<String, Object>();
        witness.evidence.forEach(one -> facts.putAll(one.facts(command.policy(), draft.body())));
        facts.put("policy", command.policy());
        facts.put("revision", command.revision());
        facts.put("effectiveFrom", command.effectiveFrom().toString());
        return facts;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void approved(ApprovalView request, JsonNode command) {
        var asked = json.treeToValue(command, AskPublication.class);
        var from = asked.effectiveFrom().isBefore(witness.time.today()) ? witness.time.today() : asked.effectiveFrom();
        policies.publish(asked.policy(), new PublishDraft(asked.revision(), from, asked.reason()));
    }
}
