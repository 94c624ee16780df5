package org.guildhall.policies;

import java.util.Optional;
import org.guildhall.kernel.Refusal;

/** Decides whether a draft may be published now; the module of approvals replaces the built-in four-eyes rule. */
public interface PublicationGate {

    /** The reason to refuse, if any. */
    Optional<? extends Refusal.Reason> check(Publication publication);
}
