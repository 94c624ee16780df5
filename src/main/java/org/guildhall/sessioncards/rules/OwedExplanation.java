package org.guildhall.sessioncards.rules;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.guildhall.kernel.Explanation;
import org.guildhall.kernel.Money;
import org.guildhall.policies.InForce;
import org.guildhall.sessioncards.CardsOwed;
import org.guildhall.sessioncards.SessionCardPolicy;

/** Adds up what is owed on session cards and tells why, card by card. */
public final class OwedExplanation {

    private OwedExplanation() {}

    /** The sum of the lines, which are all in this currency, under these rules. */
    public static CardsOwed of(List<CardsOwed.Line> lines, Currency currency, InForce<SessionCardPolicy> rules) {
        var owed = lines.stream().map(CardsOwed.Line::owed).reduce(new Money(0, currency), Money::plus);
        var parts = new ArrayList<Explanation>();
        parts.add(Explanation.of("sessioncards.owed-split"));
        if (lines.stream().anyMatch(line -> line.days() > 0)) {
            parts.add(Explanation.of("sessioncards.owed-days"));
        }
        lines.forEach(line -> parts.add(line(line)));
        return new CardsOwed(
                lines.stream().mapToLong(CardsOwed.Line::cards).sum(),
                lines.stream().mapToLong(CardsOwed.Line::sessions).sum(),
                lines.stream().mapToLong(CardsOwed.Line::days).sum(),
                owed,
                lines,
                Explanation.of("sessioncards.owed", "owed", owed)
                        .by(rules.source())
                        .with(parts));
    }

    private static Explanation line(CardsOwed.Line line) {
        boolean unlimited = line.days() > 0;
        return Explanation.of(
                unlimited ? "sessioncards.owed-line-days" : "sessioncards.owed-line",
                "name",
                line.name(),
                "cards",
                line.cards(),
                unlimited ? "days" : "sessions",
                unlimited ? line.days() : line.sessions(),
                "paid",
                line.paid(),
                "used",
                line.used(),
                "owed",
                line.owed());
    }
}
