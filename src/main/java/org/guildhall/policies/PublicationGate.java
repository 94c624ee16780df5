package org.guildhall.policies;

import java.util.Optional;
import org.guildhall.kernel.Refusal;

/** Decides whether a draft may be published now; every gate must agree. Four eyes is the built-in one, approvals adds its own. */
public interface PublicationGate {

    /** The reason to refuse, if any. */
    Optional<? extends Refusal.Reason> check(Publication publication);
}
