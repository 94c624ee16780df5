package org.guildhall.members;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a member likes to be served: language, time of contact, interests, a free remark. */
public record Preferences(
        @Nullable String language,
        @Nullable String contactTime,
        @Nullable List<String> interests,
        @Nullable String remark) {}
