package org.guildhall.benefits;

import java.util.UUID;
import org.guildhall.kernel.Slice;

/** Plans assigned and benefits given by hand. Each write takes the caller's key: the same key does it once. */
public interface BenefitGrants {

    /** Assigns a plan, or gives a benefit to one person. */
    GrantView give(GiveGrant command, String key);

    /** Takes it away. */
    GrantView revoke(UUID grant, EndGrant command, String key);

    /** One page of them, the last given first. */
    Slice<GrantView> list(GrantQuery query);
}
