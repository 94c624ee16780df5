package org.guildhall.prepaid.rules;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.guildhall.kernel.Explanation;
import org.guildhall.kernel.Money;
import org.guildhall.policies.InForce;
import org.guildhall.prepaid.PrepaidPolicy;
import org.guildhall.prepaid.PrepaidPolicy.Counting;
import org.guildhall.prepaid.RefundGround;

/** Tells why amounts of stored value are what they are: pure functions of facts and the rules that held. */
public final class PrepaidExplanation {

    private final InForce<PrepaidPolicy> rules;
    private final Currency currency;

    /** Explanations under these rules. */
    public PrepaidExplanation(InForce<PrepaidPolicy> rules) {
        this.rules = rules;
        this.currency = rules.policy().caps().named().currency();
    }

    /** What a top-up brings, and under which cap. */
    public Explanation topUp(long amount, long before, boolean named) {
        var policy = rules.policy();
        long bonus = Arrivals.bonus(policy, amount);
        var parts = new ArrayList<Explanation>();
        parts.add(Arrivals.step(policy, amount)
                .map(step -> Explanation.of("prepaid.step", "from", step.from(), "bonus", step.bonus()))
                .orElseGet(() -> Explanation.of("prepaid.no-step", "amount", money(amount)))
                .by(rules.source()));
        parts.add(Explanation.of(
                        named ? "prepaid.cap-named" : "prepaid.cap-unnamed",
                        "cap",
                        Arrivals.cap(policy, named),
                        "after",
                        money(before + Arrivals.counted(policy, amount, bonus)),
                        "source",
                        policy.caps().source())
                .by(rules.source()));
        return Explanation.of("prepaid.top-up", "amount", money(amount), "bonus", money(bonus))
                .by(rules.source())
                .with(parts);
    }

    /** From which pots a payment took. */
    public Explanation payment(long principal, long bonus) {
        return Explanation.of(
                        "prepaid.payment",
                        "amount",
                        money(principal + bonus),
                        "principal",
                        money(principal),
                        "bonus",
                        money(bonus))
                .by(rules.source())
                .with(List.of(Explanation.of(
                                "prepaid."
                                        + rules.policy()
                                                .spending()
                                                .name()
                                                .toLowerCase(java.util.Locale.ROOT)
                                                .replace('_', '-'),
                                "oddFen",
                                rules.policy().oddFen().name())
                        .by(rules.source())));
    }

    /** Anything that moves amounts decided before. */
    public Explanation moved(String code, long principal, long bonus) {
        return Explanation.of(code, "principal", money(principal), "bonus", money(bonus))
                .by(rules.source());
    }

    /** A refund, line by line and article by article. */
    public Explanation refund(RefundCase asked, RefundRules.Decision.Allowed decided) {
        var parts = new ArrayList<Explanation>();
        parts.add(ground(asked));
        decided.lines().forEach(line -> parts.add(line(line)));
        if (decided.noticed()) {
            parts.add(Explanation.of(
                    "prepaid.refund-cycling",
                    "earlier",
                    asked.earlier(),
                    "days",
                    rules.policy().refunds().noticedDays()));
        }
        return Explanation.of("prepaid.refund", "refund", money(decided.refund()))
                .by(rules.source())
                .with(parts);
    }

    private Explanation ground(RefundCase asked) {
        var refunds = rules.policy().refunds();
        var said = switch (asked.ground()) {
            case WITHOUT_REASON -> Explanation.of("prepaid.ground-without-reason", "days", refunds.days());
            case MERCHANT -> Explanation.of("prepaid.ground-merchant");
            case CONSUMER -> Explanation.of("prepaid.ground-consumer");
        };
        var source = Explanation.of("prepaid.law", "source", refunds.source());
        return asked.ground() == RefundGround.WITHOUT_REASON && asked.hadBefore()
                ? said.by(rules.source()).with(List.of(source, Explanation.of("prepaid.had-before-allowed")))
                : said.by(rules.source()).with(List.of(source));
    }

    private Explanation line(RefundRules.Line line) {
        var contract = line.contract();
        var parts = new ArrayList<Explanation>();
        parts.add(Explanation.of(
                "prepaid.contract",
                "paid",
                money(contract.paid()),
                "gift",
                money(contract.gift()),
                "paidOn",
                contract.paidOn().toString()));
        parts.add(used(line));
        if (line.counted() == contract.paid()) {
            parts.add(Explanation.of("prepaid.used-up", "paid", money(contract.paid())));
        }
        parts.add(Explanation.of(
                "prepaid.paid-less-used",
                "paid",
                money(contract.paid()),
                "counted",
                money(line.counted()),
                "refund",
                money(line.refund())));
        parts.add(Explanation.of(
                "prepaid.taken-off",
                "principal",
                money(contract.principalLeft()),
                "bonus",
                money(contract.bonusLeft())));
        return Explanation.of(
                        "prepaid.refund-of",
                        "refund",
                        money(line.refund()),
                        "paidOn",
                        contract.paidOn().toString())
                .with(parts);
    }

    private Explanation used(RefundRules.Line line) {
        var contract = line.contract();
        if (line.counting() == Counting.UNDISCOUNTED) {
            return Explanation.of(
                            "prepaid.used-undiscounted",
                            "used",
                            money(contract.used()),
                            "counted",
                            money(contract.listed()))
                    .by(rules.source());
        }
        return Explanation.of(
                        "prepaid.used-discounted",
                        "used",
                        money(contract.used()),
                        "paid",
                        money(contract.paid()),
                        "whole",
                        money(contract.paid() + contract.gift()),
                        "counted",
                        money(line.counted()))
                .by(rules.source());
    }

    private Money money(long minor) {
        return new Money(minor, currency);
    }
}
