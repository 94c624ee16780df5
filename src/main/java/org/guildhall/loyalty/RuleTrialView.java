package org.guildhall.loyalty;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.guildhall.kernel.Explanation;
import org.guildhall.kernel.Points;

/** What draft rules would have brought past purchases, beside what they did bring. */
public record RuleTrialView(@NotNull List<Trial> trials) {

    /** One purchase under both rules. */
    public record Trial(
            @NotNull UUID purchase,
            @NotNull Points now,
            @NotNull Points draft,
            @NotNull Points growthNow,
            @NotNull Points growthDraft,
            @NotNull Explanation why) {}
}
