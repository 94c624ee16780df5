package org.guildhall.policies.versions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Refusal;
import org.guildhall.policies.Difference;
import org.guildhall.policies.Policies;
import org.guildhall.policies.PolicyKind;
import org.guildhall.policies.PolicyRefusal;
import org.guildhall.policies.VersionView;
import org.guildhall.policies.VersionView.State;
import org.guildhall.policies.forms.Differences;
import org.guildhall.policies.forms.PolicyJson;
import org.guildhall.policies.versions.VersionStore.Stored;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The versions of a kind as people see them, the built-in default first among them. */
@Component
public class Editions {

    private final VersionStore store;
    private final Policies policies;
    private final PolicyJson json;
    private final BusinessTime time;

    Editions(VersionStore store, Policies policies, PolicyJson json, BusinessTime time) {
        this.store = store;
        this.policies = policies;
        this.json = json;
        this.time = time;
    }

    /** All versions, newest first. */
    public List<VersionView> all(PolicyKind<?> kind) {
        int inForce = policies.inForce(kind, time.today()).version();
        var views = new ArrayList<VersionView>();
        views.add(byDefault(kind, inForce));
        store.all(kind.code()).forEach(stored -> views.add(view(stored, inForce)));
        return views.reversed();
    }

    /** One version; refused {@code policies.no-such-version}. */
    public VersionView get(PolicyKind<?> kind, int version) {
        return all(kind).stream()
                .filter(view -> view.version() == version)
                .findFirst()
                .orElseThrow(() -> Refusal.of(new PolicyRefusal.NoSuchVersion(kind.code(), version)));
    }

    /** What two versions differ in. */
    public List<Difference> differences(PolicyKind<?> kind, int from, int to) {
        return Differences.between(
                json.tree(get(kind, from).body()), json.tree(get(kind, to).body()));
    }

    /** What a body differs in from what is in force on a day. */
    public List<Difference> differences(PolicyKind<?> kind, LocalDate day, JsonNode body) {
        return Differences.between(json.write(policies.inForce(kind, day).policy()), body);
    }

    /** The number the next version gets. */
    public int next(PolicyKind<?> kind) {
        return store.all(kind.code()).stream().mapToInt(Stored::version).max().orElse(0) + 1;
    }

    private VersionView byDefault(PolicyKind<?> kind, int inForce) {
        return new VersionView(
                kind.code(),
                0,
                inForce == 0 ? State.IN_FORCE : State.FORMER,
                LocalDate.EPOCH,
                kind.clause(),
                json.map(json.write(kind.defaults())),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private VersionView view(Stored stored, int inForce) {
        return new VersionView(
                stored.kind(),
                stored.version(),
                state(stored, inForce),
                stored.effectiveFrom(),
                stored.clause(),
                json.map(stored.body()),
                stored.reason(),
                stored.draftedByName(),
                stored.publishedByName(),
                stored.publishedAt(),
                stored.withdrawnAt(),
                stored.withdrawnReason());
    }

    private State state(Stored stored, int inForce) {
        if (stored.withdrawnAt() != null) {
            return State.WITHDRAWN;
        }
        if (stored.version() == inForce) {
            return State.IN_FORCE;
        }
        return stored.effectiveFrom().isAfter(time.today()) ? State.UPCOMING : State.FORMER;
    }
}
