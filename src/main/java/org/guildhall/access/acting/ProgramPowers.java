package org.guildhall.access.acting;

import java.util.UUID;

/** Knows what an API key may do. */
public interface ProgramPowers {

    /** The powers of the key; none once it is revoked or expired. */
    Powers of(UUID keyId);
}
