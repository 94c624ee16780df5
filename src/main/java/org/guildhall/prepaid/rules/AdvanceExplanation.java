package org.guildhall.prepaid.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.guildhall.kernel.Explanation;
import org.guildhall.kernel.Money;
import org.guildhall.policies.InForce;
import org.guildhall.prepaid.IssuerPolicy;

/** Tells how cap and custody of money paid in advance come about. */
public record AdvanceExplanation(InForce<IssuerPolicy> rules, LocalDate day, Currency currency) {

    /** All of it: what is held, against what, and what of it has to be in custody. */
    public Explanation standing(long held, LocalDate quarterEnd, long balance) {
        var policy = rules.policy();
        var parts = new ArrayList<>(cap(held));
        parts.add(custody(quarterEnd, balance));
        policy.ending(day).ifPresent(ending -> parts.add(ending(ending)));
        parts.add(Explanation.of("prepaid.law", "source", policy.source()));
        return said("prepaid.advances", "held", money(held)).with(parts);
    }

    /** The cap, and what so much uses of it. */
    public List<Explanation> cap(long held) {
        var known = AdvanceRules.cap(rules.policy(), day);
        if (known.isEmpty()) {
            return List.of(said("prepaid.advance-no-income"));
        }
        var cap = known.get();
        var parts = new ArrayList<Explanation>();
        parts.add(said(
                "prepaid.advance-cap",
                "percent",
                cap.rule().capPercent(),
                "income",
                cap.income().amount(),
                "yearEnd",
                cap.income().yearEnd().toString(),
                "most",
                money(cap.most())));
        if (cap.outdated()) {
            parts.add(said(
                    "prepaid.advance-outdated",
                    "yearEnd",
                    cap.income().yearEnd().plusYears(1).toString()));
        }
        parts.add(said(
                held > cap.most() ? "prepaid.advance-beyond" : "prepaid.advance-used",
                "held",
                money(held),
                "most",
                money(cap.most()),
                "left",
                money(cap.left(held))));
        return parts;
    }

    /** That honouring ends. */
    public Explanation ending(IssuerPolicy.Ending ending) {
        return said(
                "prepaid.honouring-ends",
                "announcedOn",
                ending.announcedOn().toString(),
                "endsOn",
                ending.endsOn().toString(),
                "days",
                rules.policy().noticeDays());
    }

    private Explanation custody(LocalDate quarterEnd, long balance) {
        int percent = rules.policy().rule().custodyPercent();
        return percent == 0
                ? said("prepaid.custody-none")
                : said(
                        "prepaid.custody",
                        "percent",
                        percent,
                        "quarterEnd",
                        quarterEnd.toString(),
                        "balance",
                        money(balance),
                        "least",
                        money(AdvanceRules.custody(rules.policy(), balance)));
    }

    private Explanation said(String code, Object... facts) {
        return Explanation.of(code, facts).by(rules.source());
    }

    private Money money(long minor) {
        return new Money(minor, currency);
    }
}
