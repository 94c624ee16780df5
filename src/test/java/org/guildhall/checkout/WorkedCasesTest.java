package org.guildhall.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.guildhall.checkout.CheckoutPolicy.PointsAsMoney;
import org.guildhall.checkout.pricing.Customer;
import org.guildhall.checkout.pricing.Item;
import org.guildhall.checkout.pricing.Pricing;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Money;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.Movement;
import org.guildhall.ledger.allocation.AccountBook;
import org.guildhall.ledger.allocation.Act;
import org.guildhall.ledger.allocation.Event;
import org.guildhall.loyalty.replay.Play;
import org.guildhall.loyalty.tiers.TiersPolicy;
import org.guildhall.policies.InForce;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Worked cases of the field about accounts, tiers and points as money, each expressed as a configured policy. The cases of the
 * trial file, if there is one, must be those played here, with the same outcome.
 */
class WorkedCasesTest {

    private static final Set<String> AREAS = Set.of("ledger", "tier", "expiry");
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Currency EURO = Currency.getInstance("EUR");

    /** The file's twin: what is given, and what is expected of it. */
    private static final Map<String, String> TWIN = Map.of(
            "ledger-01", "{\"given\": \"+100, spend 10\", \"expect\": {\"ok\": true, \"balance\": 90}}",
            "ledger-04", "{\"given\": \"reward costs 20, balance 10\", \"expect\": {\"error\": \"not enough points\"}}",
            "ledger-05", "{\"given\": \"reward costs 10, balance 10\", \"expect\": {\"ok\": true}}",
            "tier-01", "{\"given\": \"levels 0/20/30; no level; registration\", \"expect\": {\"level\": \"0\"}}",
            "expiry-03",
                    "{\"given\": \"1 point = 2 EUR, order 100, redeem 20\", \"expect\": {\"discount\": 40, \"pay\": 60}}");

    private static final Map<String, Function<String, Map<String, Object>>> PLAYED = Map.of(
            "ledger-01", given -> spend(100, 10),
            "ledger-04", given -> spend(10, 20),
            "ledger-05", given -> spend(10, 10),
            "tier-01", given -> register(0, 20, 30),
            "expiry-03", given -> redeem(2, 100, 20));

    @Test
    void worked_cases_come_out_as_expected() {
        TWIN.forEach((id, text) -> play(id, JSON.readTree(text)));
    }

    @Test
    void the_cases_of_the_trial_file_are_those_played_and_come_out_the_same() throws IOException {
        var file = Path.of(System.getProperty("guildhall.trials", "")).resolve("cases.json");
        if (!Files.isRegularFile(file)) {
            return; // the twin was played
        }
        var cases = StreamSupport.stream(JSON.readTree(Files.readString(file)).spliterator(), false)
                .filter(one -> AREAS.contains(one.path("area").asString()))
                .collect(Collectors.toMap(one -> one.path("id").asString(), Function.identity()));
        assertThat(cases.keySet()).isEqualTo(TWIN.keySet());
        cases.forEach((id, one) -> {
            assertThat(one.path("given"))
                    .isEqualTo(
                            JSON.readTree(Objects.requireNonNull(TWIN.get(id))).path("given"));
            play(id, one);
        });
    }

    private static void play(String id, JsonNode worked) {
        var outcome = Objects.requireNonNull(PLAYED.get(id))
                .apply(worked.path("given").asString());
        worked.path("expect")
                .properties()
                .forEach(expected -> assertThat(String.valueOf(outcome.get(expected.getKey())))
                        .as(id + " " + expected.getKey())
                        .isEqualTo(expected.getValue().asString()));
    }

    /** An account that may be spent from down to zero. */
    private static Map<String, Object> spend(long balance, long amount) {
        var time = new BusinessTime(Clock.systemUTC(), ZoneId.of("Asia/Shanghai"));
        var book = new AccountBook(AccountBook.State.empty(), true, time);
        var granted = book.consider(List.of(event(1, new Movement.Grant(Asset.POINTS, balance, null))));
        book.accept((AccountBook.Booked) granted);
        return switch (book.consider(List.of(event(2, new Movement.Spend(Asset.POINTS, amount))))) {
            case AccountBook.Booked booked ->
                Map.of("ok", true, "balance", booked.after().lots().balance());
            case AccountBook.TooLittle tooLittle -> Map.of("error", "not enough points");
            case AccountBook.NeedsHistory needs -> throw new IllegalStateException("its history is known");
            case AccountBook.TooMuchBack other -> throw new IllegalStateException("nothing is given back here");
        };
    }

    private static Event event(int hour, Movement movement) {
        var at = Instant.parse("2026-03-02T00:00:00Z").plusSeconds(3_600L * hour);
        var id = new UUID(0, hour);
        return new Event(id, at, "case", id, new Act.Moved(movement));
    }

    /** A ladder of growth value, its tiers named by their thresholds. */
    private static Map<String, Object> register(long... thresholds) {
        var usual = TiersPolicy.DEFAULT;
        var ladder = java.util.Arrays.stream(thresholds)
                .mapToObj(from -> new TiersPolicy.Tier(Long.toString(from), Long.toString(from), from, BigDecimal.ONE))
                .toList();
        var policy = new TiersPolicy(
                ladder,
                usual.measure(),
                usual.window(),
                usual.validity(),
                usual.review(),
                usual.graceDays(),
                usual.introduction());
        return Map.of("level", new Play().tiers(policy).until("2024-02-01").tier());
    }

    /** Points that count as so many euros each, for the whole of an order. */
    private static Map<String, Object> redeem(long euros, long order, long points) {
        var usual = CheckoutPolicy.DEFAULT;
        var asMoney = new PointsAsMoney(
                true, 1, new Money(100 * euros, EURO), 1, 1, BigDecimal.valueOf(100), List.of(), false);
        var policy = new CheckoutPolicy(
                usual.order(),
                usual.discounts(),
                usual.withoutDiscount(),
                usual.tierAndBenefit(),
                usual.rounding(),
                asMoney,
                usual.moneyBack(),
                new Money(usual.mostPerSale().minor(), EURO));
        var rules = new InForce<>(CheckoutPolicy.KIND.code(), policy, 1, LocalDate.EPOCH, CheckoutPolicy.KIND.clause());
        var buyer = new Customer(true, "regular", points, 0, false, points, 0, List.of(), List.of(), null);
        var priced = Pricing.of(rules, buyer, EURO, List.of(new Item(1, null, null, 1, 100 * order)));
        return Map.of("discount", priced.lines().getFirst().pointsAmount() / 100, "pay", priced.due() / 100);
    }
}
