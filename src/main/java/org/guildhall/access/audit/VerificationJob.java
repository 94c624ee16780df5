package org.guildhall.access.audit;

import static org.guildhall.access.AccessPermissions.AUDIT_READ;

import java.util.LinkedHashMap;
import java.util.Map;
import org.guildhall.access.Access;
import org.guildhall.access.AccessRefusal;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.access.AuditVerification;
import org.guildhall.access.Scope;
import org.guildhall.kernel.Refusal;
import org.guildhall.platform.JobKind;
import org.guildhall.platform.JobRun;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Verifies the chain of seals from its beginning, however often it is started again, and remembers what it found. */
@Component
class VerificationJob implements JobKind<VerificationJob.Asked> {

    static final String CODE = "access.verify-audit";

    private final AuditVerifier verifier;
    private final Access access;
    private final Audit audit;
    private final TransactionTemplate transaction;

    VerificationJob(AuditVerifier verifier, Access access, Audit audit, TransactionTemplate transaction) {
        this.verifier = verifier;
        this.access = access;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** Always the whole chain. */
    record Asked() {}

    /** The chain belongs to nobody's part of the house: only who may read all of it may verify it. */
    static void requireAll(Access access) {
        if (!(access.require(AUDIT_READ) instanceof Scope.All)) {
            throw Refusal.of(new AccessRefusal.OutOfScope(AUDIT_READ.code(), "audit"));
        }
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Class<Asked> params() {
        return Asked.class;
    }

    @Override
    public void run(JobRun<Asked> run) {
        requireAll(access);
        long total = verifier.seals();
        verifier.verify(seals -> {
                    run.checkpoint("", seals, Math.max(total, seals));
                    return !run.cancelled();
                })
                .ifPresent(found -> note(run, found));
    }

    private void note(JobRun<Asked> run, AuditVerification found) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("intact", found.intact());
        facts.put("seals", found.seals());
        facts.put("rows", found.rows());
        facts.put("head", found.head());
        var broken = found.firstBreak();
        if (broken != null) {
            facts.put("break", broken.kind().code());
        }
        transaction.executeWithoutResult(status -> {
            audit.record(new AuditEntry("access.audit-verified", "audit", "chain", null, null, facts));
            run.result(Map.of("verification", found));
        });
    }
}
