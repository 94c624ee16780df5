package org.guildhall.policies.drafts;

import static org.guildhall.policies.PolicyPermissions.DRAFT;
import static org.guildhall.policies.PolicyPermissions.PUBLISH;
import static org.guildhall.policies.PolicyPermissions.READ;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.guildhall.access.Access;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Refusal;
import org.guildhall.policies.Clause;
import org.guildhall.policies.ClauseView;
import org.guildhall.policies.Difference;
import org.guildhall.policies.DraftView;
import org.guildhall.policies.Policies;
import org.guildhall.policies.PolicyDesk;
import org.guildhall.policies.PolicyDetail;
import org.guildhall.policies.PolicyKind;
import org.guildhall.policies.PolicyRefusal;
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

    private final PolicyKinds kinds;
    private final Policies policies;
    private final Editions editions;
    private final DraftStore drafts;
    private final Drafting drafting;
    private final Publishing publishing;
    private final Previews previews;
    private final PolicyJson json;
    private final Access access;
    private final BusinessTime time;
    private final List<Clause> clauses;

    DeskOfPolicies(
            PolicyKinds kinds,
            Policies policies,
            Editions editions,
            DraftStore drafts,
            Drafting drafting,
            Publishing publishing,
            Previews previews,
            PolicyJson json,
            Access access,
            BusinessTime time,
            List<Clause> clauses) {
        this.kinds = kinds;
        this.policies = policies;
        this.editions = editions;
        this.drafts = drafts;
        this.drafting = drafting;
        this.publishing = publishing;
        this.previews = previews;
        this.json = json;
        this.access = access;
        this.time = time;
        this.clauses = clauses;
    }

    @Override
    public List<PolicySummary> list() {
        access.require(READ);
        return summaries();
    }

    @Override
    public PolicyDetail get(String code) {
        access.require(READ);
        var kind = kinds.get(code);
        var draft = drafts.find(code).map(stored -> drafting.view(kind, stored)).orElse(null);
        return new PolicyDetail(
                summary(kind, draft == null ? Map.of() : Map.of(code, draft.editorName())),
                json.form(kind),
                editions.all(kind),
                draft);
    }

    @Override
    public VersionView version(String code, int version) {
        access.require(READ);
        return editions.get(kinds.get(code), version);
    }

    @Override
    public List<Difference> differences(String code, int from, int to) {
        access.require(READ);
        return editions.differences(kinds.get(code), from, to);
    }

    @Override
    public DraftView save(String code, SaveDraft command) {
        access.require(DRAFT);
        return drafting.save(kinds.get(code), command);
    }

    @Override
    public void discard(String code, int revision) {
        access.require(DRAFT);
        drafting.discard(kinds.get(code), revision);
    }

    @Override
    public PreviewView preview(String code, PreviewDraft command) {
        access.require(DRAFT);
        var kind = kinds.get(code);
        var draft = drafts.find(code).orElseThrow(() -> Refusal.of(new PolicyRefusal.NoSuchDraft(code)));
        if (command.effectiveFrom().isBefore(time.today())) {
            throw Refusal.of(new PolicyRefusal.EffectiveInThePast(command.effectiveFrom(), time.today()));
        }
        return new PreviewView(
                code,
                draft.revision(),
                command.effectiveFrom(),
                editions.differences(kind, command.effectiveFrom(), draft.body()),
                previews.of(kind, draft.body(), command.effectiveFrom()));
    }

    @Override
    public VersionView publish(String code, PublishDraft command) {
        access.require(PUBLISH);
        var kind = kinds.get(code);
        return editions.get(kind, publishing.publish(kind, command));
    }

    @Override
    public VersionView withdraw(String code, int version, WithdrawVersion command) {
        access.require(PUBLISH);
        var kind = kinds.get(code);
        publishing.withdraw(kind, version, command);
        return editions.get(kind, version);
    }

    @Override
    public List<ClauseView> clauses() {
        access.require(READ);
        var byClause = summaries().stream().collect(Collectors.groupingBy(PolicySummary::clause));
        return clauses.stream()
                .sorted(Comparator.comparing(Clause::id))
                .map(clause -> new ClauseView(
                        clause.id(),
                        byTag(clause.title()),
                        byTag(clause.text()),
                        byClause.getOrDefault(clause.id(), List.of())))
                .toList();
    }

    private List<PolicySummary> summaries() {
        var editors =
                drafts.all().stream().collect(Collectors.toMap(DraftStore.Stored::kind, DraftStore.Stored::editorName));
        return kinds.all().stream().map(kind -> summary(kind, editors)).toList();
    }

    private PolicySummary summary(PolicyKind<?> kind, Map<String, String> editors) {
        var today = time.today();
        var timeline = policies.timeline(kind);
        var inForce = timeline.at(today);
        long upcoming = timeline.versions().stream()
                .filter(version -> version.effectiveFrom().isAfter(today))
                .count();
        return new PolicySummary(
                kind.code(),
                kind.code().substring(0, kind.code().indexOf('.')),
                kind.clause(),
                inForce.version(),
                inForce.effectiveFrom(),
                Math.toIntExact(upcoming),
                editors.get(kind.code()),
                previews.has(kind));
    }

    private static Map<String, String> byTag(Map<Locale, String> texts) {
        return texts.entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().toLanguageTag(), Map.Entry::getValue));
    }
}
