package org.guildhall.access;

import java.util.List;
import java.util.UUID;

/** Keys by which programs act ({@code Authorization: Bearer gh_…}); needs {@code access.keys-write} throughout. */
public interface ApiKeys {

    /** All keys, newest first. */
    List<ApiKey> list();

    /** Makes a key that may do no more than its maker; refused {@code access.exceeds-own-powers}. */
    CreatedApiKey create(CreateApiKey command);

    /** Revokes a key at once. */
    void revoke(UUID id);
}
