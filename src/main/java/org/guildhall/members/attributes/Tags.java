package org.guildhall.members.attributes;

import java.util.List;
import java.util.Set;
import org.guildhall.access.Access;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.members.MemberPermissions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The tags: wearing a new one makes it; an administrator gives it colour and meaning, or retires it. */
@Component
public class Tags {

    private static final Set<String> COLOURS =
            Set.of("grey", "red", "orange", "gold", "green", "teal", "blue", "purple");
    private static final int LONGEST = 30;

    private final TagStore store;
    private final Access access;
    private final Audit audit;
    private final BusinessTime time;
    private final TransactionTemplate transaction;

    Tags(TagStore store, Access access, Audit audit, BusinessTime time, TransactionTemplate transaction) {
        this.store = store;
        this.access = access;
        this.audit = audit;
        this.time = time;
        this.transaction = transaction;
    }

    /** All tags in order. */
    public List<Tag> all() {
        access.require(MemberPermissions.READ);
        return store.all();
    }

    /** Adds or changes a tag. */
    public Tag save(Tag tag) {
        access.require(MemberPermissions.CONFIGURE);
        if (tag.tag().isBlank()
                || tag.tag().length() > LONGEST
                || !tag.tag().equals(tag.tag().strip())) {
            throw InvalidInput.of("tag", tag.tag(), "tag-length");
        }
        if (!COLOURS.contains(tag.colour())) {
            throw InvalidInput.of("colour", tag.colour(), "choice");
        }
        transaction.executeWithoutResult(status -> {
            store.save(tag, time.now());
            audit.record(AuditEntry.of("members.tag-saved", "tag", tag.tag(), "retired", tag.retired()));
        });
        return tag;
    }
}
