package org.guildhall.loyalty;

import org.guildhall.policies.PolicyKind;

/**
 * A kind of policy about which a replay of purchases has nothing to say; its module offers one as a bean, so that whoever asks for a
 * simulation is told why there is none.
 *
 * @param why a word of the screens, such as {@code only-tells}
 */
public record NothingToReplay(PolicyKind<?> kind, String why) {

    /** Why there is none of a policy that nobody says more about. */
    public static final String ELSEWISE = "not-about-purchases";
}
