package org.guildhall.access;

import java.util.List;

/** A post: its duties in a sentence, its powers to decide, and the permissions that come with it. */
public record Post(
        PostId id,
        String code,
        String name,
        PostClass postClass,
        String summary,
        PostPowers powers,
        List<Grant> grants,
        boolean retired,
        int version) {}
