package org.guildhall.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.guildhall.access.Access;
import org.guildhall.access.ApiKeys;
import org.guildhall.access.CreateApiKey;
import org.guildhall.access.OpenUnit;
import org.guildhall.access.Organisation;
import org.guildhall.access.UnitKind;
import org.guildhall.checkout.CheckoutPermissions;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.UnitId;
import org.guildhall.ledger.LawProof;
import org.guildhall.ledger.Ledger;
import org.guildhall.loyalty.LoyaltyPermissions;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A quote and the sale that it led to, both over HTTP, by 48 connections of another process ({@link CheckoutLoad}): priced,
 * points redeemed, paid, the purchase recorded and earned from, durable and audited. The rival ({@link RivalCheckout}) writes
 * the same rows with one transaction each, without HTTP and without rules. Besides, the same sales are asked for by as many
 * callers as there are connections, so that each is a transaction of its own ({@code apart_ratio}). All laws are proven afterwards.
 */
final class CheckoutBench implements Bench.Measurement {

    static final int POINTS = 500;

    /** As many tills as fit into the 100 ms with room to spare; with 64 the last hundredth waits about as long. */
    private static final int CONNECTIONS = Integer.getInteger("guildhall.bench.connections", 48);

    private static final int ROWS = Integer.getInteger("guildhall.bench.rows", 20_000);
    private static final int WARM_UP = Integer.getInteger("guildhall.bench.warmup", 90_000);

    private static final long SLOW_MILLIS = 1_000;

    /** How many are sold one transaction each, to compare. */
    private static final int APART = 10_000;

    @Override
    public String name() {
        return "checkout";
    }

    @Override
    public Figures run() throws Exception {
        try (var server = new BenchDatabase()) {
            var database = server.create("checkout");
            var data = Files.createTempDirectory(Path.of("target"), "bench-data-");
            try (var application = BenchApplication.start(database, server, data)) {
                var store = store(application);
                var ours = new BenchMembers(application).withPoints();
                var alone = new BenchMembers(application).withPoints();
                var theirs = new BenchMembers(application).withPoints();
                server.watchAnew();
                var sales = new Sales(application, data, store);
                var figures = sales.measure(ours, 1, WARM_UP, ROWS);
                server.tellBusiest();
                System.err.println(figures.json());
                if (!Boolean.getBoolean("guildhall.bench.alone")) {
                    var apart = sales.measure(alone, CONNECTIONS, APART / 2, APART);
                    figures.with("apart_per_second", apart.perSecond())
                            .with("apart_ratio", figures.perSecond() / apart.perSecond());
                }
                prove(application);
                if (!Boolean.getBoolean("guildhall.bench.alone")) {
                    var rival = RivalConnections.best(
                            database, connection -> new RivalCheckout(connection, theirs, store.value()));
                    figures.with("ratio", figures.perSecond() / rival.perSecond())
                            .with("rival", rival.text("checkout"));
                }
                return figures.withMemory();
            }
        }
    }

    /** Sells over HTTP, in this store. */
    private record Sales(ConfigurableApplicationContext application, Path data, UnitId store) {

        /** To these members, by so many callers: only what one caller asks for at the same time is made together. */
        Figures measure(List<MemberId> members, int callers, int warmUp, int rows) throws Exception {
            var file = data.resolve("members-" + callers + ".txt");
            Files.write(file, members.stream().map(MemberId::toString).toList());
            var took = Load.measure(
                    CheckoutLoad.class,
                    application.getEnvironment().getProperty("local.server.port", ""),
                    IntStream.range(0, callers).mapToObj(this::bearer).toList(),
                    new Load.Size(CONNECTIONS, warmUp, rows),
                    file.toString(),
                    store.toString());
            return new Figures("checkout")
                    .with("per_second", took.latencies().length / (took.nanos() / 1e9))
                    .withLatencies(took.latencies())
                    .with("seconds", took.nanos() / 1e9)
                    .with("rows", took.latencies().length);
        }

        private String bearer(int caller) {
            var command = new CreateApiKey(
                    "bench " + caller,
                    List.of(CheckoutPermissions.SELL, LoyaltyPermissions.RECORD),
                    null,
                    100_000,
                    100_000,
                    null);
            return application
                    .getBean(Access.class)
                    .runAs(
                            RedeemBench.MACHINE,
                            () -> application.getBean(ApiKeys.class).create(command))
                    .bearer();
        }
    }

    private static UnitId store(ConfigurableApplicationContext application) {
        var organisation = application.getBean(Organisation.class);
        return Objects.requireNonNull(application.getBean(Access.class).runAs(RedeemBench.MACHINE, () -> {
            var company = organisation.byCode("HQ").orElseThrow().id();
            return organisation
                    .open(new OpenUnit(UnitKind.STORE, "BENCH", "bench", company, LocalDate.of(2020, 1, 1)))
                    .id();
        }));
    }

    private static void prove(ConfigurableApplicationContext application) {
        var ledger = application.getBean(Ledger.class);
        var proofs = application.getBean(Access.class).runAs(RedeemBench.MACHINE, () -> ledger.prove());
        proofs.stream()
                .filter(proof -> proof.millis() > SLOW_MILLIS)
                .forEach(proof -> System.err.printf("%s proven in %d ms%n", proof.law(), proof.millis()));
        if (!proofs.stream().allMatch(LawProof::holds)) {
            throw new IllegalStateException("a law does not hold after the run: " + proofs);
        }
    }
}
