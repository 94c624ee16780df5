package org.guildhall.approvals;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Powers to decide lent to colleagues; each needs {@code approvals.take-part}. */
public interface Delegations {

    /** What the actor lent and was lent, current and future ones first. */
    List<Delegation> list();

    /** Lends the actor's powers to decide for some days. */
    Delegation delegate(DelegatePowers command);

    /** Up to fifty colleagues who work here and whose name or log-in contains the text, to lend or hand over to. */
    List<Colleague> colleagues(@Nullable String text);

    /** Ends what the actor lent. */
    void end(UUID id);
}
