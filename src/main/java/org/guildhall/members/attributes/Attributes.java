package org.guildhall.members.attributes;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.guildhall.access.Access;
import org.guildhall.access.AccessRefusal;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.Refusal;
import org.guildhall.members.AttributeDefinition;
import org.guildhall.members.MemberPermissions;
import org.guildhall.members.MemberRefusal;
import org.guildhall.members.masking.Unmasked;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Defines custom attributes: code and type stay for ever, everything else may change; values stored stay as they are. */
@Component
public class Attributes {

    private static final Pattern CODE = Pattern.compile("[a-z][a-zA-Z0-9_]{0,39}");
    private static final int MOST = 200;
    private static final int LONGEST_WORD = 100;

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

    /** Adds a definition, or changes the version that it names; refuses when somebody else was faster. */
    public AttributeDefinition define(AttributeDefinition definition) {
        access.require(MemberPermissions.CONFIGURE);
        check(definition);
        return Objects.requireNonNull(transaction.execute(status -> saved(definition)));
    }

    private AttributeDefinition saved(AttributeDefinition definition) {
        var former = store.locked(definition.code());
        requireFresh(definition, former);
        requireMayShow(former, definition);
        var now = definition.as(version(former) + 1);
        if (former != null) {
            store.change(now);
        } else if (!store.add(now)) {
            requireFresh(definition, store.locked(definition.code()));
        }
        audit.record(told(now, former));
        return now;
    }

    /** What somebody else defined meanwhile is not overwritten unseen. */
    private static void requireFresh(AttributeDefinition definition, @Nullable AttributeDefinition former) {
        int expected = version(definition);
        if (expected != version(former)) {
            throw Refusal.of(new MemberRefusal.StaleVersion(expected, version(former), List.of()));
        }
    }

    private static int version(@Nullable AttributeDefinition of) {
        return of == null || of.version() == null ? 0 : of.version();
    }

    /** What was entered as personal is shown to everybody only by somebody who may see it all. */
    private void requireMayShow(@Nullable AttributeDefinition former, AttributeDefinition definition) {
        boolean opens = former != null && former.personal() && !definition.personal();
        if (opens && !Unmasked.of(access).everywhere() && store.isKnownOfAnybody(definition.code())) {
            throw Refusal.of(new AccessRefusal.Denied(MemberPermissions.UNMASKED.code()));
        }
    }

    /** What it is now, and what of it was different before. */
    private static AuditEntry told(AttributeDefinition now, @Nullable AttributeDefinition former) {
        return AuditEntry.of(
                "members.attribute-defined",
                "attribute",
                now.code(),
                "type",
                now.type(),
                "label",
                words(now),
                "labelBefore",
                before(former, now, Attributes::words),
                "personal",
                now.personal(),
                "personalBefore",
                before(former, now, AttributeDefinition::personal),
                "choices",
                choices(now),
                "choicesBefore",
                before(former, now, Attributes::choices),
                "minimum",
                plain(now.minimum()),
                "minimumBefore",
                before(former, now, one -> plain(one.minimum())),
                "maximum",
                plain(now.maximum()),
                "maximumBefore",
                before(former, now, one -> plain(one.maximum())),
                "retired",
                now.retired());
    }

    private static @Nullable Object before(
            @Nullable AttributeDefinition former,
            AttributeDefinition now,
            Function<AttributeDefinition, @Nullable Object> part) {
        var before = former == null ? null : part.apply(former);
        return Objects.equals(before, part.apply(now)) ? null : before;
    }

    private static Object words(AttributeDefinition definition) {
        return List.copyOf(new TreeMap<>(definition.label()).values());
    }

    private static @Nullable Object choices(AttributeDefinition definition) {
        return definition.choices().isEmpty() ? null : definition.choices();
    }

    private static @Nullable Object plain(@Nullable BigDecimal bound) {
        return bound == null ? null : bound.stripTrailingZeros().toPlainString();
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
        sized("label", definition.label().keySet());
        sized("label", definition.label().values());
        sized("choices", definition.choices());
        storable("minimum", definition.minimum());
        storable("maximum", definition.maximum());
        if (definition.minimum() != null
                && definition.maximum() != null
                && definition.minimum().compareTo(definition.maximum()) > 0) {
            throw InvalidInput.of("maximum", definition.maximum(), "range");
        }
    }

    private static void sized(String field, Collection<String> words) {
        if (words.size() > MOST) {
            throw Refusal.of(
                    new InvalidInput(List.of(new Refusal.Field(field, null, "list-size", Map.of("max", MOST)))));
        }
        for (var word : words) {
            if (word.isBlank() || word.length() > LONGEST_WORD) {
                throw Refusal.of(new InvalidInput(
                        List.of(new Refusal.Field(field, word, "text-length", Map.of("max", LONGEST_WORD)))));
            }
        }
    }

    private static void storable(String field, @Nullable BigDecimal bound) {
        if (bound != null && !AttributeRules.storable(bound)) {
            throw InvalidInput.of(field, bound.toString(), "number");
        }
    }
}
