package org.guildhall.loyalty.earning;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One earning rule: where all conditions hold, the effect applies. Its name, or its code where it has none, stands in explanations. */
public record EarningRule(
        @NotNull @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*") @Size(max = 60)
        String code,

        @Nullable @Size(max = 100) String name,
        @NotNull @Size(max = 10) List<@Valid @NotNull Condition> when,
        @NotNull @Valid Effect effect) {

    public EarningRule {
        when = List.copyOf(when);
    }

    /** What people call it: its name, or its code where it has none. */
    String called() {
        return name == null || name.isBlank() ? code : name;
    }
}
