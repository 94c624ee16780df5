package org.guildhall.policies.drafts;

import java.time.LocalDate;
import java.util.Map;
import org.guildhall.access.Access;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.policies.FoundingPolicies;
import org.guildhall.policies.forms.PolicyJson;
import org.guildhall.policies.versions.Editions;
import org.guildhall.policies.versions.PolicyKinds;
import org.guildhall.policies.versions.StoredPolicies;
import org.guildhall.policies.versions.VersionStore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Enters former rules as versions, back-dated. */
@Component
class Establishing implements FoundingPolicies {

    private final PolicyKinds kinds;
    private final VersionStore versions;
    private final Editions editions;
    private final StoredPolicies memory;
    private final PolicyJson json;
    private final Access access;
    private final Audit audit;
    private final BusinessTime time;

    Establishing(
            PolicyKinds kinds,
            VersionStore versions,
            Editions editions,
            StoredPolicies memory,
            PolicyJson json,
            Access access,
            Audit audit,
            BusinessTime time) {
        this.kinds = kinds;
        this.versions = versions;
        this.editions = editions;
        this.memory = memory;
        this.json = json;
        this.access = access;
        this.audit = audit;
        this.time = time;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void establish(String code, Map<String, Object> body, LocalDate effectiveFrom, String reason) {
        if (!(access.actor() instanceof Actor.Machine machine)) {
            throw new IllegalStateException("only the machine founds an institution");
        }
        var kind = kinds.get(code);
        var whole = json.write(json.read(kind, json.tree(body)));
        var version = new VersionStore.Stored(
                code,
                editions.next(kind),
                whole,
                effectiveFrom,
                kind.clause(),
                reason,
                machine.what(),
                machine.what(),
                time.now(),
                null,
                null);
        versions.append(
                version, new VersionStore.Authors(machine.reference(), machine.what(), machine, machine.what()));
        memory.forget();
        audit.record(AuditEntry.of(
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
