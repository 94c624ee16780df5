package org.guildhall.benefits.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.guildhall.benefits.BenefitsPolicy;
import org.guildhall.benefits.BenefitsPolicy.Benefit;
import org.guildhall.benefits.EntitlementView.By;
import org.guildhall.benefits.EntitlementView.Ground;

/** Says why a member is entitled to a benefit: the tier first, then plans, then personal grants in the order they were given. */
public final class Grounds {

    private Grounds() {}

    /** All that entitles on the day; nobody is entitled by nothing. */
    public static List<Ground> of(BenefitsPolicy policy, Benefit benefit, Holder holder, LocalDate day) {
        var grounds = new ArrayList<Ground>();
        var tier = holder.tier();
        if (tier != null && benefit.tiers().contains(tier)) {
            grounds.add(new Ground(By.TIER, tier, null, null, null, null, null));
        }
        holder.given().stream()
                .filter(given ->
                        given.plan() && given.runs(day) && benefit.plans().contains(given.code()))
                .map(given -> ground(
                        By.PLAN,
                        given,
                        policy.plan(given.code()).map(BenefitsPolicy.Plan::name).orElse(given.code())))
                .forEach(grounds::add);
        holder.given().stream()
                .filter(given ->
                        !given.plan() && given.runs(day) && benefit.code().equals(given.code()))
                .map(given -> ground(By.PERSON, given, benefit.name()))
                .forEach(grounds::add);
        return grounds;
    }

    private static Ground ground(By by, Holder.Given given, String name) {
        return new Ground(by, given.code(), name, given.id(), given.firstDay(), given.lastDay(), given.reason());
    }
}
