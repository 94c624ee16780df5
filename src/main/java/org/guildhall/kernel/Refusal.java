package org.guildhall.kernel;

import java.lang.reflect.InvocationTargetException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says no with a reason that a person and a program can act on; nothing was stored.
 *
 * <p>Each module lists its reasons in one sealed interface of records that extend {@link Reason}; the code is stable and is
 * what screens translate. A bug is never a refusal: it is an {@link IllegalStateException}.
 */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int MODULE = 2;
    private static final Pattern WORD = Pattern.compile("(?<!^)(?=[A-Z])");
    private static final ClassValue<String> CODES = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
            var module = List.of(type.getPackageName().split("\\.", -1)).get(MODULE);
            return module + "."
                    + WORD.matcher(type.getSimpleName()).replaceAll("-").toLowerCase(Locale.ROOT);
        }
    };

    private final transient Reason reason;

    private Refusal(Reason reason) {
        super(reason.code() + " " + reason.facts(), null, false, false);
        this.reason = reason;
    }

    /** A refusal for the given reason. */
    public static Refusal of(Reason reason) {
        return new Refusal(reason);
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** What sort of no it is; decides the HTTP status and nothing else. */
    public enum Kind {
        /** The input breaks a rule (400). */
        INVALID,
        /** Nobody is logged in, or no longer (401). */
        UNAUTHENTICATED,
        /** The actor may not (403). */
        FORBIDDEN,
        /** There is no such thing within the actor's scope (404). */
        NOT_FOUND,
        /** Nothing is done in this way here: another method would be (405). */
        WRONG_METHOD,
        /** The answer is not to be had in any form that was asked for (406). */
        WRONG_ANSWER,
        /** The body comes in a form that is not read here (415). */
        WRONG_FORM,
        /** The state of things forbids it now: stale version, used key, illegal transition (409). */
        CONFLICT,
        /** A rule of the institution says no: too few points, limit reached (422). */
        RULE,
        /** The body or file is too large (413). */
        TOO_LARGE,
        /** Too many requests; try again later (429). */
        LIMITED
    }

    /** One input field that broke a rule: which, what was given, which rule, and how to mend it. */
    public record Field(String field, @Nullable String value, String rule, Map<String, Object> facts) {

        /** A broken rule without further facts. */
        public Field(String field, @Nullable Object value, String rule) {
            this(field, value == null ? null : value.toString(), rule, Map.of());
        }
    }

    /**
     * A reason to refuse: a record whose components are the facts shown with its code.
     *
     * <p>Its name is its code: {@code StaleDraft} of the module {@code policies} is {@code policies.stale-draft}. Renaming one
     * changes the API, which the committed list of problems shows; where the code must stay, override {@link #code()}.
     */
    public interface Reason {
        /** Stable code, {@code module.kebab-case}. */
        default String code() {
            return CODES.get(getClass());
        }

        /** The sort of refusal. */
        Kind kind();

        /** The offending fields, if any. */
        default List<Field> fields() {
            return List.of();
        }

        /** The facts as a person is told them; a program goes by {@link #facts()}. */
        default Map<String, Object> told() {
            return facts();
        }

        /** The record's components by name, for the message's placeholders; the code's own plumbing left out. */
        default Map<String, Object> facts() {
            var facts = new LinkedHashMap<String, Object>();
            var components = getClass().getRecordComponents();
            if (components == null) {
                return facts;
            }
            for (var component : components) {
                if (component.getName().equals("fields")) {
                    continue;
                }
                try {
                    var accessor = component.getAccessor();
                    accessor.setAccessible(true);
                    facts.put(component.getName(), Objects.requireNonNullElse(accessor.invoke(this), ""));
                } catch (IllegalAccessException | InvocationTargetException e) {
                    throw new IllegalStateException("unreadable reason " + getClass(), e);
                }
            }
            return facts;
        }
    }

    /** Because the input breaks a rule. */
    public interface Invalid extends Reason {
        @Override
        default Kind kind() {
            return Kind.INVALID;
        }
    }

    /** Because nobody is logged in. */
    public interface Unauthenticated extends Reason {
        @Override
        default Kind kind() {
            return Kind.UNAUTHENTICATED;
        }
    }

    /** Because the actor may not. */
    public interface Forbidden extends Reason {
        @Override
        default Kind kind() {
            return Kind.FORBIDDEN;
        }
    }

    /** Because there is no such thing for this actor. */
    public interface Missing extends Reason {
        @Override
        default Kind kind() {
            return Kind.NOT_FOUND;
        }
    }

    /** Because the present state forbids it. */
    public interface Conflict extends Reason {
        @Override
        default Kind kind() {
            return Kind.CONFLICT;
        }
    }

    /** Because a rule of the institution says no. */
    public interface Rule extends Reason {
        @Override
        default Kind kind() {
            return Kind.RULE;
        }
    }

    /** Because it is too large. */
    public interface TooLarge extends Reason {
        @Override
        default Kind kind() {
            return Kind.TOO_LARGE;
        }
    }

    /** Because there were too many requests. */
    public interface Limited extends Reason {
        @Override
        default Kind kind() {
            return Kind.LIMITED;
        }
    }
}
