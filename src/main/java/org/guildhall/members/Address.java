package org.guildhall.members;

import org.jspecify.annotations.Nullable;

/** An address: the code of its region (省市区, GB/T 2260, six digits) and the rest of the line as people write it. */
public record Address(
        @Nullable String regionCode,
        @Nullable String line,
        @Nullable String postcode) {}
