package org.guildhall.access.audit;

import static org.guildhall.access.AccessPermissions.AUDIT_READ;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.guildhall.access.Access;
import org.guildhall.access.AccessRefusal;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.access.AuditQuery;
import org.guildhall.access.AuditRow;
import org.guildhall.access.AuditTrail;
import org.guildhall.access.AuditVerification;
import org.guildhall.access.Scope;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.Slice;
import org.guildhall.platform.Cursors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Search and verification for people. */
@Component
class SealedTrail implements AuditTrail {

    private static final int PAGE = 50;

    private final AuditSearch search;
    private final AuditVerifier verifier;
    private final Access access;
    private final Audit audit;

    SealedTrail(AuditSearch search, AuditVerifier verifier, Access access, Audit audit) {
        this.search = search;
        this.verifier = verifier;
        this.access = access;
        this.audit = audit;
    }

    @Override
    public Slice<AuditRow> search(AuditQuery query) {
        var scope = access.require(AUDIT_READ);
        int limit = Objects.requireNonNullElse(query.limit(), PAGE);
        var rows = search.find(query, scope, before(query.cursor()), limit + 1);
        return Slice.cut(rows, limit, last -> Cursors.encode(last.seq()), null);
    }

    @Override
    @Transactional
    public AuditVerification verify() {
        if (!(access.require(AUDIT_READ) instanceof Scope.All)) {
            throw Refusal.of(new AccessRefusal.OutOfScope(AUDIT_READ.code(), "audit"));
        }
        var found = verifier.verify();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("intact", found.intact());
        facts.put("seals", found.seals());
        facts.put("rows", found.rows());
        facts.put("head", found.head());
        var broken = found.firstBreak();
        if (broken != null) {
            facts.put("break", broken.kind().code());
        }
        audit.record(new AuditEntry("access.audit-verified", "audit", "chain", null, null, facts));
        return found;
    }

    private static @Nullable Long before(@Nullable String cursor) {
        var values = Cursors.decode(cursor, 1);
        try {
            return values.isEmpty() ? null : Long.valueOf(values.getFirst());
        } catch (NumberFormatException e) {
            throw InvalidInput.of("cursor", cursor, "cursor");
        }
    }
}
