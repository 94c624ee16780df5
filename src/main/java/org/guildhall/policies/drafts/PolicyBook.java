package org.guildhall.policies.drafts;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.policies.Policies;
import org.guildhall.policies.PolicyKind;
import org.guildhall.policies.PolicySummary;
import org.guildhall.policies.versions.PolicyKinds;
import org.springframework.stereotype.Component;

/** All kinds of policy with what is in force, what is to come, and who drafts. */
@Component
class PolicyBook {

    private final PolicyKinds kinds;
    private final Policies policies;
    private final DraftStore drafts;
    private final Previews previews;
    private final BusinessTime time;

    PolicyBook(PolicyKinds kinds, Policies policies, DraftStore drafts, Previews previews, BusinessTime time) {
        this.kinds = kinds;
        this.policies = policies;
        this.drafts = drafts;
        this.previews = previews;
        this.time = time;
    }

    List<PolicySummary> summaries() {
        var editors =
                drafts.all().stream().collect(Collectors.toMap(DraftStore.Stored::kind, DraftStore.Stored::editorName));
        return kinds.all().stream().map(kind -> summary(kind, editors)).toList();
    }

    PolicySummary summary(PolicyKind<?> kind, Map<String, String> editors) {
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
}
