package org.guildhall.access;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Defines a new post. */
public record DefinePost(
        @NotBlank @Size(max = 40) @Pattern(regexp = "[a-z0-9-]*")
        String code,

        @NotBlank @Size(max = 100) String name,
        @NotNull PostClass postClass,
        @NotNull @Size(max = 2000) String summary,
        @NotNull @Valid PostPowers powers,
        @NotNull @Size(max = 500) List<@Valid @NotNull Grant> grants) {}
