package org.guildhall.members.consents;

import java.util.List;
import java.util.Objects;
import org.guildhall.access.Access;
import org.guildhall.access.AccessRefusal;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.access.Scopes;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Ids;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.members.Batch;
import org.guildhall.members.ConsentView;
import org.guildhall.members.MemberPermissions;
import org.guildhall.members.Members;
import org.guildhall.members.RecordConsent;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records what members agree to and withdraw; the latest word by time of occurrence holds. */
@Component
public class Consents {

    private static final int LONGEST = 500;

    private final Members members;
    private final ConsentStore store;
    private final Access access;
    private final Audit audit;
    private final BusinessTime time;

    Consents(Members members, ConsentStore store, Access access, Audit audit, BusinessTime time) {
        this.members = members;
        this.store = store;
        this.access = access;
        this.audit = audit;
        this.time = time;
    }

    /** All that a member said, newest first. */
    public List<ConsentView> of(MemberId member) {
        members.requireVisible(member);
        return store.all(member);
    }

    /** Notes what a member said; returns all. */
    @Transactional
    public List<ConsentView> record(MemberId member, RecordConsent said) {
        members.requireVisible(member, MemberPermissions.CONSENT);
        var now = time.now();
        var occurredAt = Objects.requireNonNullElse(said.occurredAt(), now);
        if (occurredAt.isAfter(now)) {
            throw InvalidInput.of("occurredAt", occurredAt, "not-in-the-future");
        }
        required("version", said.version());
        required("evidence", said.evidence());
        var id = Ids.next(time.clock());
        store.insert(id, new MemberConsent(member, said), now, access.actor().reference());
        audit.record(AuditEntry.of(
                        "members.consented",
                        "member",
                        member,
                        "purpose",
                        said.purpose(),
                        "channel",
                        said.channel(),
                        "granted",
                        said.granted(),
                        "version",
                        said.version())
                .about(member));
        return store.all(member);
    }

    /** Notes what many members said, on paper or in another system, in the caller's transaction. */
    public void recordAll(List<MemberConsent> all, Batch batch) {
        var scope = access.require(MemberPermissions.CONSENT);
        if (!Scopes.includes(scope, null, null)) {
            throw Refusal.of(new AccessRefusal.OutOfScope(MemberPermissions.CONSENT.code(), "consents"));
        }
        for (var one : all) {
            required("version", one.said().version());
            required("evidence", one.said().evidence());
        }
        store.insertAll(all, time, access.actor().reference());
        audit.record(AuditEntry.of("members.batch-consented", "batch", batch.id(), "consents", all.size()));
    }

    private static void required(String field, String value) {
        if (value.isBlank() || value.length() > LONGEST) {
            throw InvalidInput.of(field, value, "required");
        }
    }
}
