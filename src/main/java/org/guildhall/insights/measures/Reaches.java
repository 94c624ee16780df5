package org.guildhall.insights.measures;

import org.guildhall.access.Access;
import org.guildhall.access.Organisation;
import org.guildhall.insights.Insights;
import org.guildhall.insights.InsightsQuery;
import org.guildhall.insights.copy.Reach;
import org.springframework.stereotype.Component;

/** Decides what a reader's figures may count; the one place where this module asks for a permission. */
@Component
public final class Reaches {

    private final Access access;
    private final Organisation organisation;

    Reaches(Access access, Organisation organisation) {
        this.access = access;
        this.organisation = organisation;
    }

    /** Refuses {@code access.denied} without {@code insights.read}. */
    public void require() {
        access.require(Insights.READ);
    }

    /** What the actor's scope opens, narrowed to the unit asked for and all below it. */
    public Reach of(InsightsQuery query) {
        var scope = access.require(Insights.READ);
        if (query.unit() == null) {
            return new Reach(scope, null);
        }
        organisation.unit(query.unit());
        return new Reach(scope, organisation.subtree(query.unit()));
    }
}
