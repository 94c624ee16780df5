package org.guildhall.policies.drafts;

import static org.guildhall.policies.PolicyPermissions.DRAFT;
import static org.guildhall.policies.PolicyPermissions.PUBLISH;
import static org.guildhall.policies.PolicyPermissions.READ;

import java.util.List;
import java.util.Map;
import org.guildhall.access.Access;
import org.guildhall.policies.ClauseView;
import org.guildhall.policies.Difference;
import org.guildhall.policies.DraftView;
import org.guildhall.policies.PolicyDesk;
import org.guildhall.policies.PolicyDetail;
import org.guildhall.policies.PolicySummary;
import org.guildhall.policies.PreviewDraft;
import org.guildhall.policies.PreviewView;
import org.guildhall.policies.PublishDraft;
import org.guildhall.policies.SaveDraft;
import org.guildhall.policies.VersionView;
import org.guildhall.policies.WithdrawVersion;
import org.guildhall.policies.forms.PolicyJson;
import org.guildhall.policies.versions.Editions;
import org.guildhall.policies.versions.PolicyKinds;
import org.springframework.stereotype.Component;

/** Checks the permission and hands each act on. */
@Component
class DeskOfPolicies implements PolicyDesk {

    private final Reading reading;
    private final PolicyBook book;
    private final Handbook handbook;
    private final Acts acts;
    private final Access access;

    DeskOfPolicies(Reading reading, PolicyBook book, Handbook handbook, Acts acts, Access access) {
        this.reading = reading;
        this.book = book;
        this.handbook = handbook;
        this.acts = acts;
        this.access = access;
    }

    /** Where kinds and versions are looked up. */
    @Component
    record Reading(PolicyKinds kinds, Editions editions, PolicyJson json) {}

    /** What can be done with a draft. */
    @Component
    record Acts(Drafting drafting, DraftPreview preview, Publishing publishing) {}

    @Override
    public List<PolicySummary> list() {
        access.require(READ);
        return book.summaries();
    }

    @Override
    public PolicyDetail get(String code) {
        access.require(READ);
        var kind = reading.kinds.get(code);
        var draft = acts.drafting.find(kind).orElse(null);
        return new PolicyDetail(
                book.summary(kind, draft == null ? Map.of() : Map.of(code, draft.editorName())),
                reading.json.form(kind),
                reading.editions.all(kind),
                draft);
    }

    @Override
    public VersionView version(String code, int version) {
        access.require(READ);
        return reading.editions.get(reading.kinds.get(code), version);
    }

    @Override
    public List<Difference> differences(String code, int from, int to) {
        access.require(READ);
        return reading.editions.differences(reading.kinds.get(code), from, to);
    }

    @Override
    public DraftView save(String code, SaveDraft command) {
        access.require(DRAFT);
        return acts.drafting.save(reading.kinds.get(code), command);
    }

    @Override
    public void discard(String code, int revision) {
        access.require(DRAFT);
        acts.drafting.discard(reading.kinds.get(code), revision);
    }

    @Override
    public PreviewView preview(String code, PreviewDraft command) {
        access.require(DRAFT);
        return acts.preview.of(reading.kinds.get(code), command);
    }

    @Override
    public VersionView publish(String code, PublishDraft command) {
        access.require(PUBLISH);
        var kind = reading.kinds.get(code);
        return reading.editions.get(kind, acts.publishing.publish(kind, command));
    }

    @Override
    public VersionView withdraw(String code, int version, WithdrawVersion command) {
        access.require(PUBLISH);
        var kind = reading.kinds.get(code);
        acts.publishing.withdraw(kind, version, command);
        return reading.editions.get(kind, version);
    }

    @Override
    public List<ClauseView> clauses() {
        access.require(READ);
        return handbook.clauses();
    }
}
