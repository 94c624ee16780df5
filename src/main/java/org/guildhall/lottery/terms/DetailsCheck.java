package org.guildhall.lottery.terms;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guildhall.access.Organisation;
import org.guildhall.access.Unit;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Horizon;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.Refusal;
import org.guildhall.lottery.Award;
import org.guildhall.lottery.LotteryDetails;
import org.guildhall.lottery.LotteryPolicy;
import org.guildhall.lottery.LotteryRefusal;
import org.guildhall.lottery.Prize;
import org.guildhall.loyalty.Loyalty;
import org.guildhall.policies.Clause;
import org.guildhall.policies.Policies;
import org.springframework.stereotype.Component;

/** What the fields of a lottery cannot say each for itself, and what the configured limits say. */
@Component
class DetailsCheck {

    private final Organisation organisation;
    private final Loyalty loyalty;
    private final Policies policies;
    private final BusinessTime time;
    private final List<Clause> clauses;

    DetailsCheck(
            Organisation organisation, Loyalty loyalty, Policies policies, BusinessTime time, List<Clause> clauses) {
        this.organisation = organisation;
        this.loyalty = loyalty;
        this.policies = policies;
        this.time = time;
        this.clauses = List.copyOf(clauses);
    }

    /** Refuses details that contradict themselves or the limits; {@code path} leads to their fields. */
    void require(LotteryDetails details, String path) {
        var broken = new ArrayList<Refusal.Field>();
        if (details.lastDay().isBefore(details.firstDay())) {
            broken.add(new Refusal.Field(path + "lastDay", details.lastDay(), "not-before-first-day"));
        }
        Stream.of(
                        Horizon.outside(path + "firstDay", details.firstDay(), time.today()),
                        Horizon.outside(path + "lastDay", details.lastDay(), time.today()))
                .filter(Objects::nonNull)
                .forEach(broken::add);
        if (clauses.stream().noneMatch(clause -> clause.id().equals(details.clause()))) {
            broken.add(new Refusal.Field(path + "clause", details.clause(), "known-clause"));
        }
        places(details, path, broken);
        prizes(details, path, broken);
        if (!broken.isEmpty()) {
            throw Refusal.of(new InvalidInput(broken));
        }
        long difference = Prize.WHOLE - details.sum();
        if (difference != 0) {
            throw Refusal.of(new LotteryRefusal.OddsDoNotAddUp(details.sum(), difference));
        }
        limits(details);
    }

    private void places(LotteryDetails details, String path, List<Refusal.Field> broken) {
        var open = organisation.stores().stream().map(Unit::id).collect(Collectors.toSet());
        for (int i = 0; i < details.stores().size(); i++) {
            if (!open.contains(details.stores().get(i))) {
                broken.add(new Refusal.Field(
                        path + "stores[" + i + "]", details.stores().get(i), "open-store"));
            }
        }
        var ladder = loyalty.ladder();
        for (int i = 0; i < details.tiers().size(); i++) {
            if (!ladder.contains(details.tiers().get(i))) {
                broken.add(new Refusal.Field(
                        path + "tiers[" + i + "]", details.tiers().get(i), "known-tier"));
            }
        }
    }

    /** Codes differ; what is finite has a stock; the consolation is points or nothing, which never run out. */
    private static void prizes(LotteryDetails details, String path, List<Refusal.Field> broken) {
        var codes = new HashSet<String>();
        for (int i = 0; i < details.prizes().size(); i++) {
            var prize = details.prizes().get(i);
            var field = path + "prizes[" + i + "].";
            if (!codes.add(prize.code())) {
                broken.add(new Refusal.Field(field + "code", prize.code(), "unique"));
            }
            if (prize.worth().minor() < 0) {
                broken.add(new Refusal.Field(field + "worth", prize.worth().decimal(), "not-negative"));
            }
            if (prize.stock() == null && !endless(prize)) {
                broken.add(new Refusal.Field(field + "stock", null, "required"));
            }
        }
        int consolation = details.consolationPlace();
        if (consolation < 0) {
            broken.add(new Refusal.Field(path + "consolation", details.consolation(), "known-prize"));
        } else {
            var prize = details.prizes().get(consolation);
            if (prize.stock() != null || !endless(prize)) {
                broken.add(new Refusal.Field(path + "consolation", details.consolation(), "never-runs-out"));
            }
        }
    }

    private static boolean endless(Prize prize) {
        return switch (prize.award()) {
            case Award.OfPoints points -> true;
            case Award.OfNothing nothing -> true;
            case Award.OfCoupon coupon -> false;
            case Award.OfReward reward -> false;
            case Award.OfThing thing -> false;
        };
    }

    private void limits(LotteryDetails details) {
        var policy = policies.inForce(LotteryPolicy.KIND, time.today()).policy();
        for (var prize : details.prizes()) {
            if (!prize.worth().currency().equals(policy.highestPrize().currency())) {
                throw InvalidInput.of("prizes", prize.worth().currency(), "one-currency");
            }
            if (prize.worth().compareTo(policy.highestPrize()) > 0) {
                throw Refusal.of(new LotteryRefusal.PrizeTooHigh(
                        prize.name(),
                        prize.worth().decimal().toPlainString(),
                        policy.highestPrize().decimal().toPlainString(),
                        policy.source()));
            }
        }
    }
}
