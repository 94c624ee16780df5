package org.guildhall.access;

import java.util.List;
import java.util.UUID;

/** Keys by which programs act ({@code Authorization: Bearer gh_…}); needs {@code access.keys-write} throughout. */
public interface ApiKeys {

    /** The keys of units within reach, newest first; those for the whole company need reach of all. */
    List<ApiKey> list();

    /** Makes a key that may do no more than its maker; refused {@code access.exceeds-own-powers}. */
    CreatedApiKey create(CreateApiKey command);

    /** Revokes a key at once. */
    void revoke(UUID id);
}
