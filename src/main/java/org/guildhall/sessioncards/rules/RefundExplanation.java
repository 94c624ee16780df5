package org.guildhall.sessioncards.rules;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.guildhall.kernel.Explanation;
import org.guildhall.kernel.Money;
import org.guildhall.policies.InForce;
import org.guildhall.prepaid.PrepaidPolicy.Counting;
import org.guildhall.prepaid.RefundGround;
import org.guildhall.sessioncards.SessionCardPolicy;

/** Tells why a refund is what it is, line by line and article by article. */
public final class RefundExplanation {

    private final InForce<SessionCardPolicy> rules;
    private final Currency currency;

    /** Explanations under these rules. */
    public RefundExplanation(InForce<SessionCardPolicy> rules, Currency currency) {
        this.rules = rules;
        this.currency = currency;
    }

    /** The whole calculation. */
    public Explanation of(CardRefund.Case asked, CardRefund.Decision.Allowed decided) {
        var parts = new ArrayList<Explanation>();
        parts.add(ground(asked));
        decided.lines().forEach(line -> parts.add(line(decided.counting(), line)));
        if (decided.days() != null) {
            parts.add(days(asked, decided.days(), decided.counted()));
        }
        long used = decided.lines().stream().mapToLong(CardRefund.Line::counted).sum();
        if (used > decided.counted()) {
            parts.add(Explanation.of(
                    "sessioncards.never-more-than-paid", "used", money(used), "paid", money(asked.paid())));
        }
        parts.add(Explanation.of(
                "sessioncards.paid-less-used",
                "paid",
                money(asked.paid()),
                "counted",
                money(decided.counted()),
                "refund",
                money(decided.refund())));
        return Explanation.of("sessioncards.refund", "refund", money(decided.refund()))
                .by(rules.source())
                .with(parts);
    }

    private Explanation ground(CardRefund.Case asked) {
        var refunds = rules.policy().refunds();
        var said = switch (asked.ground()) {
            case WITHOUT_REASON -> Explanation.of("sessioncards.ground-without-reason", "days", refunds.days());
            case MERCHANT ->
                Explanation.of(
                        asked.term() == null ? "sessioncards.ground-merchant" : "sessioncards.ground-merchant-days");
            case CONSUMER ->
                Explanation.of(
                        asked.term() == null ? "sessioncards.ground-consumer" : "sessioncards.ground-consumer-days");
        };
        var parts = new ArrayList<Explanation>();
        parts.add(Explanation.of("sessioncards.law", "source", refunds.source()));
        if (asked.ground() == RefundGround.WITHOUT_REASON && asked.hadBefore()) {
            parts.add(Explanation.of("sessioncards.had-before-allowed"));
        }
        return said.by(rules.source()).with(List.copyOf(parts));
    }

    private Explanation days(CardRefund.Case asked, CardRefund.Days days, long counted) {
        var rule = rules.policy().unlimited();
        var said = days.unused()
                ? Explanation.of("sessioncards.days-unused", "days", days.bought())
                : Explanation.of(
                        rule.refundDayCounts() ? "sessioncards.days-used" : "sessioncards.days-used-before",
                        "day",
                        asked.on().toString(),
                        "used",
                        days.used(),
                        "days",
                        days.bought(),
                        "price",
                        money(asked.paid()),
                        "counted",
                        money(counted));
        return said.by(rules.source()).with(List.of(Explanation.of("sessioncards.law", "source", rule.source())));
    }

    private Explanation line(Counting counting, CardRefund.Line line) {
        var part = line.part();
        return counting == Counting.UNDISCOUNTED
                ? Explanation.of(
                        "sessioncards.used-listed",
                        "name",
                        part.name(),
                        "used",
                        part.used(),
                        "listed",
                        money(part.listed()),
                        "counted",
                        money(line.counted()))
                : Explanation.of(
                        "sessioncards.used-at-card-price",
                        "name",
                        part.name(),
                        "used",
                        part.used(),
                        "sessions",
                        part.sessions(),
                        "price",
                        money(part.price()),
                        "counted",
                        money(line.counted()));
    }

    private Money money(long minor) {
        return new Money(minor, currency);
    }
}
