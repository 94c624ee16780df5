package org.guildhall.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.guildhall.loyalty.MoneySimulation;
import org.guildhall.loyalty.SimulationResult.Cost;
import org.guildhall.loyalty.Simulations;
import org.guildhall.loyalty.StartSimulation;
import org.guildhall.policies.FoundingPolicies;
import org.guildhall.policies.Policies;
import org.guildhall.policies.PolicyDesk;
import org.guildhall.policies.PolicyEvent;
import org.guildhall.policies.PolicyKind;
import org.guildhall.policies.SaveDraft;
import org.jooq.DSLContext;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Simulates drafts about money and puts them in force, for the tests of modules that offer such policies. */
@TestComponent
public final class SimulatedMoney {

    private final TestStaff staff;
    private final Desks desks;
    private final DSLContext sql;
    private final JsonMapper json;

    SimulatedMoney(TestStaff staff, Desks desks, DSLContext sql, JsonMapper json) {
        this.staff = staff;
        this.desks = desks;
        this.sql = sql;
        this.json = json;
    }

    /** What is acted on. */
    @TestComponent
    public record Desks(
            Simulations simulations,
            PolicyDesk desk,
            Policies policies,
            FoundingPolicies founding,
            ApplicationEventPublisher events,
            TransactionTemplate transactions) {}

    /** The result of simulating a draft, which is thrown away again. */
    public <P extends Record> MoneySimulation of(PolicyKind<P> kind, P draft, LocalDate from, LocalDate to) {
        var done = staff.asMachine(() -> {
            var saved = desks.desk.save(kind.code(), new SaveDraft(body(draft), 0));
            var started = desks.simulations.start(new StartSimulation(kind.code(), saved.revision(), from, to, null));
            AtRest.await(sql);
            desks.desk.discard(kind.code(), saved.revision());
            return desks.simulations.get(started.id());
        });
        assertThat(done.failure()).isNull();
        var result = Objects.requireNonNull(done.money());
        assertThat(done.moneyTotals()).isEqualTo(result.totals());
        partsMakeTheWhole(result);
        return result;
    }

    /** Puts a policy in force from a day on, as if it had been published now, and waits for what follows. */
    public <P extends Record> void establish(PolicyKind<P> kind, P policy, LocalDate from) {
        desks.transactions.executeWithoutResult(status -> staff.asMachine(() -> {
            desks.founding.establish(kind.code(), body(policy), from, "test");
            var version = desks.policies.timeline(kind).at(from).version();
            desks.events.publishEvent(new PolicyEvent.PolicyPublished(kind.code(), version, from));
            return from;
        }));
        AtRest.await(sql);
    }

    /** The policy as JSON. */
    public Map<String, Object> body(Record policy) {
        return json.convertValue(policy, new TypeReference<>() {});
    }

    /** The amounts that are told beside the cost, as they were and as drafted. */
    public static Map<String, List<Long>> amounts(MoneySimulation result) {
        var amounts = new HashMap<String, List<Long>>();
        result.amounts()
                .forEach(one -> amounts.put(
                        one.code(),
                        List.of(
                                one.amount().before().minor(),
                                one.amount().after().minor())));
        return amounts;
    }

    /** Nothing differs for anybody. */
    public static void differsByNothing(MoneySimulation result) {
        assertThat(result.totals().cost().difference().minor()).isZero();
        assertThat(result.totals().changed()).isZero();
        assertThat(result.spread().same()).isEqualTo(result.totals().members()).isPositive();
        assertThat(result.winners()).isEmpty();
        assertThat(result.losers()).isEmpty();
        assertThat(amounts(result).values())
                .allSatisfy(pair -> assertThat(pair.getFirst()).isEqualTo(pair.getLast()));
        assertThat(result.counts())
                .allSatisfy(one -> assertThat(one.count().difference()).isZero());
    }

    private static void partsMakeTheWhole(MoneySimulation result) {
        for (ToLongFunction<Cost> side : List.<ToLongFunction<Cost>>of(
                cost -> cost.before().minor(),
                cost -> cost.after().minor(),
                cost -> cost.difference().minor())) {
            long whole = side.applyAsLong(result.totals().cost());
            assertThat(result.stores().stream()
                            .mapToLong(row -> side.applyAsLong(row.cost()))
                            .sum())
                    .isEqualTo(whole);
            assertThat(result.tiers().stream()
                            .mapToLong(row -> side.applyAsLong(row.cost()))
                            .sum())
                    .isEqualTo(whole);
            assertThat(result.months().stream()
                            .mapToLong(row -> side.applyAsLong(row.cost()))
                            .sum())
                    .isEqualTo(whole);
        }
        var spread = result.spread();
        assertThat(spread.winners().amount().plus(spread.losers().amount()))
                .as("what members gain and lose is the difference")
                .isEqualTo(result.totals().cost().difference());
        assertThat(spread.winners().members() + spread.losers().members() + spread.same())
                .isEqualTo(result.totals().members());
    }
}
