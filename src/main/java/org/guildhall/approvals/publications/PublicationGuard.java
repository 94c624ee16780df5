package org.guildhall.approvals.publications;

import java.util.Optional;
import java.util.stream.Collectors;
import org.guildhall.approvals.ApprovalPolicy;
import org.guildhall.approvals.ApprovalRefusal;
import org.guildhall.approvals.Publications;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Refusal;
import org.guildhall.policies.Policies;
import org.guildhall.policies.Publication;
import org.guildhall.policies.PublicationGate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Keeps people from publishing what the authority table wants approved; the approved act itself passes. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PublicationGuard implements PublicationGate {

    private final ObjectProvider<Policies> policies;
    private final BusinessTime time;

    PublicationGuard(ObjectProvider<Policies> policies, BusinessTime time) {
        this.policies = policies;
        this.time = time;
    }

    @Override
    public Optional<Refusal.Reason> check(Publication publication) {
        if (publication.publisher() instanceof Actor.Machine) {
            return Optional.empty();
        }
        return policies.getObject()
                .inForce(ApprovalPolicy.KIND, time.today())
                .policy()
                .row(Publications.KIND, 0)
                .filter(row -> !row.steps().isEmpty())
                .map(row -> new ApprovalRefusal.ApprovalNeeded(
                        Publications.KIND,
                        row.steps().stream()
                                .flatMap(step -> step.posts().stream())
                                .distinct()
                                .collect(Collectors.joining(", "))));
    }
}
