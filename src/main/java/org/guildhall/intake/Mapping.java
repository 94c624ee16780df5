package org.guildhall.intake;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Which column, columns or constant each field comes from; columns are named as in the profile. */
public record Mapping(@NotNull @Size(max = 60) List<@Valid @NotNull FieldSource> fields) {

    /** Copies the list. */
    public Mapping {
        fields = List.copyOf(fields);
    }

    /** A mapping of these fields. */
    public static Mapping of(FieldSource... fields) {
        return new Mapping(List.of(fields));
    }

    /** Whether the field has a source. */
    public boolean has(ImportField field) {
        return fields.stream().anyMatch(source -> source.field() == field);
    }
}
