package org.guildhall.loyalty.warnings;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.guildhall.access.Access;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.LapsingLots;
import org.guildhall.loyalty.tiers.TiersPolicy;
import org.guildhall.messages.Outbox;
import org.guildhall.messages.PlanMessages;
import org.guildhall.messages.PlanMessages.Wish;
import org.guildhall.platform.Chunks;
import org.guildhall.platform.Runs;
import org.guildhall.policies.InForce;
import org.guildhall.policies.Policies;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Plans warnings for whoever is due one today, some thousand members a transaction, as a run. Each warning has its member,
 * reason and period, so running again plans nothing new, and a day that was missed is made up for by the next.
 */
@Component
public class Warnings {

    /** The kind of a run that warns. */
    public static final String KIND = "loyalty.warning";

    private static final int CHUNK = 5_000;
    private static final Actor ACTOR = new Actor.Machine("loyalty.warnings");

    private final Access access;
    private final Sources sources;
    private final Outbox outbox;
    private final Policies policies;
    private final Surroundings surroundings;

    Warnings(Access access, Sources sources, Outbox outbox, Policies policies, Surroundings surroundings) {
        this.access = access;
        this.sources = sources;
        this.outbox = outbox;
        this.policies = policies;
        this.surroundings = surroundings;
    }

    /** Who is due what. */
    @Component
    record Sources(LapsingLots lots, DueStore reviews) {}

    /** Time, transactions, and where the run is remembered. */
    @Component
    record Surroundings(BusinessTime time, TransactionTemplate transactions, Runs runs) {}

    /** Warns in the name of the calendar; gives the run. */
    public UUID runByCalendar() {
        return access.runAs(ACTOR, () -> run());
    }

    /** Warns whoever is due it today; gives the run. */
    public UUID run() {
        var today = surroundings.time.today();
        var rules = policies.inForce(WarningsPolicy.KIND, today);
        var actor = access.actor();
        return surroundings.runs.during(new Runs.Begin(KIND, "", today, actor, null), run -> {
            var turn = new Turn(run, today, rules, actor);
            for (int days : rules.policy().pointsDays()) {
                points(turn, days);
            }
            for (int days : rules.policy().reviewDays()) {
                reviews(turn, days);
            }
        });
    }

    /** A run, its day and its rules. */
    private record Turn(UUID run, LocalDate today, InForce<WarningsPolicy> rules, Actor actor) {}

    private void points(Turn turn, int days) {
        var through = turn.today.plusDays(days);
        Chunks.<MemberId>each(
                after -> sources.lots.owners(Asset.POINTS, turn.today, through, after, CHUNK),
                owners -> plan(
                        turn,
                        turn.rules.policy().pointsTemplate(),
                        owners.isEmpty()
                                ? List.of()
                                : Lapsing.warnings(
                                        sources.lots.of(owners, Asset.POINTS, turn.today, through),
                                        turn.today,
                                        days,
                                        turn.rules.policy().leastPoints(),
                                        surroundings.time)));
    }

    private void reviews(Turn turn, int days) {
        var names = policies.inForce(TiersPolicy.KIND, turn.today).policy().ladder().stream()
                .collect(Collectors.toMap(TiersPolicy.Tier::code, Function.identity()));
        Chunks.<DueStore.Due>each(
                after -> due(turn, days, after),
                due -> plan(
                        turn,
                        turn.rules.policy().reviewTemplate(),
                        due.stream().map(one -> review(one, names, days)).toList()));
    }

    private List<DueStore.Due> due(Turn turn, int days, DueStore.@Nullable Due after) {
        return sources.reviews.reviews(
                turn.today, turn.today.plusDays(days), after == null ? null : after.member(), CHUNK);
    }

    private Wish review(DueStore.Due due, Map<String, TiersPolicy.Tier> names, int days) {
        var tier = names.get(due.tier());
        return new Wish(
                due.member(),
                due.keepUntil() + "/" + days,
                Map.of(
                        "tier",
                        tier == null ? due.tier() : tier.name(),
                        "day",
                        due.keepUntil().toString()),
                surroundings.time.startOf(due.keepUntil().plusDays(1)));
    }

    private void plan(Turn turn, String template, List<Wish> wishes) {
        if (wishes.isEmpty()) {
            return;
        }
        access.runAs(
                turn.actor,
                () -> surroundings.transactions.execute(status -> {
                    int planned = outbox.plan(new PlanMessages(template, turn.rules.source(), wishes));
                    surroundings.runs.moved(turn.run, planned, planned, 0);
                    return planned;
                }));
    }
}
