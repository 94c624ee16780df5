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

    SimulatedEvidence(SimulationStore store, Drafts drafts) {
        this.store = store;
        this.drafts = drafts;
    }

    @Override
    public Map<String, Object> facts(String kind, Map<String, Object> body) {
        if (!Drafts.simulated(kind)) {
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
        facts.put("members", done.totals().members());
        facts.put("pointsDifference", done.totals().points().difference());
        var cost = done.totals().cost();
        if (cost != null) {
            facts.put("costDifference", cost.difference());
        }
        return Map.of("simulation", facts);
    }
}
