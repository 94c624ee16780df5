package org.guildhall.members.attributes;

import java.util.List;
import java.util.regex.Pattern;
import org.guildhall.access.Access;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.members.AttributeDefinition;
import org.guildhall.members.MemberPermissions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Defines custom attributes: code and type stay for ever, everything else may change; values stored stay as they are. */
@Component
public class Attributes {

    private static final Pattern CODE = Pattern.compile("[a-z][a-zA-Z0-9_]{0,39}");
    private static final int MOST = 200;

    private final AttributeStore store;
    private final Access access;
    private final Audit audit;
    private final TransactionTemplate transaction;

    Attributes(AttributeStore store, Access access, Audit audit, TransactionTemplate transaction) {
        this.store = store;
        this.access = access;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** All definitions in the order of the screen. */
    public List<AttributeDefinition> all() {
        access.require(MemberPermissions.READ);
        return List.copyOf(store.all().values());
    }

    /** Adds or changes a definition. */
    public AttributeDefinition define(AttributeDefinition definition) {
        access.require(MemberPermissions.CONFIGURE);
        check(definition);
        transaction.executeWithoutResult(status -> {
            store.save(definition);
            audit.record(AuditEntry.of(
                    "members.attribute-defined", "attribute", definition.code(), "type", definition.type()));
        });
        return definition;
    }

    private void check(AttributeDefinition definition) {
        if (!CODE.matcher(definition.code()).matches()) {
            throw InvalidInput.of("code", definition.code(), "attribute-code");
        }
        var known = store.all();
        var former = known.get(definition.code());
        if (former != null && former.type() != definition.type()) {
            throw InvalidInput.of("type", definition.type(), "type-stays");
        }
        if (former == null && known.size() >= MOST) {
            throw InvalidInput.of("code", definition.code(), "too-many-values");
        }
        if (definition.type() == AttributeDefinition.Type.CHOICE
                && definition.choices().isEmpty()) {
            throw InvalidInput.of("choices", null, "required");
        }
        if (definition.label().isEmpty()) {
            throw InvalidInput.of("label", null, "required");
        }
        if (definition.minimum() != null
                && definition.maximum() != null
                && definition.minimum().compareTo(definition.maximum()) > 0) {
            throw InvalidInput.of("maximum", definition.maximum(), "range");
        }
    }
}
