package org.guildhall.policies.drafts;

import java.time.LocalDate;
import java.util.Map;
import org.guildhall.access.AuditEntry;
import org.guildhall.access.Witness;
import org.guildhall.kernel.Actor;
import org.guildhall.policies.FoundingPolicies;
import org.guildhall.policies.forms.PolicyJson;
import org.guildhall.policies.versions.PolicyKinds;
import org.guildhall.policies.versions.VersionStore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Enters former rules as versions, back-dated. */
@Component
class Establishing implements FoundingPolicies {

    private final PolicyKinds kinds;
    private final PolicyJson json;
    private final Shelf shelf;
    private final Witness witness;

    Establishing(PolicyKinds kinds, PolicyJson json, Shelf shelf, Witness witness) {
        this.kinds = kinds;
        this.json = json;
        this.shelf = shelf;
        this.witness = witness;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void establish(String code, Map<String, Object> body, LocalDate effectiveFrom, String reason) {
        if (!(witness.access().actor() instanceof Actor.Machine machine)) {
            throw new IllegalStateException("only the machine founds an institution");
        }
        var kind = kinds.get(code);
        var whole = json.write(json.read(kind, json.tree(body)));
        var version = new VersionStore.Stored(
                code,
                shelf.editions().next(kind),
                whole,
                effectiveFrom,
                kind.clause(),
                reason,
                machine.what(),
                machine.what(),
                witness.time().now(),
                null,
                null);
        shelf.versions()
                .append(
                        version,
                        new VersionStore.Authors(machine.reference(), machine.what(), machine, machine.what()));
        shelf.memory().forget();
        witness.audit()
                .record(AuditEntry.of(
                        "policies.published",
                        "policy",
                        code,
                        "version",
                        version.version(),
                        "effectiveFrom",
                        effectiveFrom.toString(),
                        "reason",
                        reason));
    }
}
