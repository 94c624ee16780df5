package org.guildhall.benefits;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.guildhall.kernel.MemberId;

/** Makes out a code with which the member uses the benefit once. */
public record IssueCode(
        @NotNull MemberId member, @NotBlank @Size(max = 40) String benefit) {}
