package org.guildhall.messages;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.guildhall.kernel.MemberId;
import org.jspecify.annotations.Nullable;

/** Tells one member something, with a template and the facts its text needs. */
public record SendMessage(
        @NotNull MemberId member,
        @NotBlank @Size(max = 60) String template,
        @Nullable @Size(max = 30) Map<String, Object> facts) {}
