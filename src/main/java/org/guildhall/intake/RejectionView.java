package org.guildhall.intake;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A row that was not taken, in the reader's language: what is wrong and how to mend it. */
@Schema(name = "ImportRejection")
public record RejectionView(
        long row, @Nullable ImportField field, @Nullable String value, Rule rule, String problem, String remedy) {}
