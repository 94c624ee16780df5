package org.guildhall.access;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Says what a post is from now on; its code stays. */
public record RevisePost(
        int expectedVersion,
        @NotBlank @Size(max = 100) String name,
        @NotNull PostClass postClass,
        @NotNull @Size(max = 2000) String summary,
        @NotNull @Valid PostPowers powers,
        @NotNull @Size(max = 500) List<@Valid @NotNull Grant> grants,
        boolean retired) {}
