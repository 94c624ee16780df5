package org.guildhall.policies;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.guildhall.kernel.Refusal;

/**
 * A kind of policy: its code ({@code loyalty.earning}), the record that holds it, what holds before anybody published one,
 * the handbook clause it carries out and the rules a draft must keep beyond the Jakarta annotations of the record.
 *
 * <p>Modules offer each kind as a bean and keep the object at hand to ask {@link Policies} with.
 */
public record PolicyKind<P extends Record>(
        String code, Class<P> type, P defaults, String clause, Function<P, List<Refusal.Field>> validator) {

    private static final Pattern CODE = Pattern.compile("[a-z]+\\.[a-z]+(-[a-z]+)*");

    /** Checks the form of the code. */
    public PolicyKind {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("a policy kind is module.noun, not " + code);
        }
    }

    /** A kind whose record's annotations say all there is to check. */
    public PolicyKind(String code, Class<P> type, P defaults, String clause) {
        this(code, type, defaults, clause, policy -> List.of());
    }
}
