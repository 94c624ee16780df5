package org.guildhall.loyalty.simulation;

import java.util.LinkedHashMap;
import java.util.Map;
import org.guildhall.policies.PublicationEvidence;
import org.springframework.stereotype.Component;

/** Lays the newest simulation of exactly this content before those who decide about its publication. */
@Component
class SimulatedEvidence implements PublicationEvidence {

    private final SimulationStore store;
    private final Drafts drafts;
    private final Kinds kinds;

    SimulatedEvidence(SimulationStore store, Drafts drafts, Kinds kinds) {
        this.kinds = kinds;
        this.store = store;
        this.drafts = drafts;
    }

    @Override
    public Map<String, Object> facts(String kind, Map<String, Object> body) {
        if (!kinds.simulated(kind)) {
            return Map.of();
        }
        return store.newest(kind, drafts.content(body))
                .map(SimulatedEvidence::facts)
                .orElse(Map.of());
    }

    private static Map<String, Object> facts(SimulationStore.Stored stored) {
        var done = java.util.Objects.requireNonNull(stored.done());
        var facts = new LinkedHashMap<String, Object>();
        facts.put("id", stored.asked().id().toString());
        facts.put("from", stored.asked().from().toString());
        facts.put("to", stored.asked().to().toString());
        var points = done.points();
        if (points != null) {
            facts.put("members", points.members());
            facts.put("pointsDifference", points.points().difference());
            if (points.cost() != null) {
                facts.put("costDifference", points.cost().difference());
            }
        }
        var money = done.money();
        if (money != null) {
            facts.put("members", money.members());
            facts.put("costDifference", money.cost().difference());
        }
        return Map.of("simulation", facts);
    }
}
