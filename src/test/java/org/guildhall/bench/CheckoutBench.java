package org.guildhall.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
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
 * A quote and the sale that it led to, both over HTTP, by 32 connections of another process ({@link CheckoutLoad}): priced,
 * points redeemed, paid, the purchase recorded and earned from, durable and audited. The rival ({@link RivalCheckout}) writes
 * the same rows with one transaction each, without HTTP and without rules. All laws are proven afterwards.
 */
final class CheckoutBench implements Bench.Measurement {

    static final int POINTS = 500;

    private static final int ROWS = Integer.getInteger("guildhall.bench.rows", 20_000);
    private static final int WARM_UP = Integer.getInteger("guildhall.bench.warmup", 30_000);

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
                var theirs = new BenchMembers(application).withPoints();
                server.watchAnew();
                var figures = measure(application, data, ours, store);
                server.tellBusiest();
                System.err.println(figures.json());
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

    private static Figures measure(
            ConfigurableApplicationContext application, Path data, List<MemberId> members, UnitId store)
            throws Exception {
        var file = data.resolve("members.txt");
        Files.write(file, members.stream().map(MemberId::toString).toList());
        var command = new CreateApiKey(
                "bench", List.of(CheckoutPermissions.SELL, LoyaltyPermissions.RECORD), null, 100_000, 100_000, null);
        var bearer = application
                .getBean(Access.class)
                .runAs(
                        RedeemBench.MACHINE,
                        () -> application.getBean(ApiKeys.class).create(command))
                .bearer();
        var took = Load.measure(
                CheckoutLoad.class,
                application.getEnvironment().getProperty("local.server.port", ""),
                bearer,
                new Load.Size(WARM_UP, ROWS),
                file.toString(),
                store.toString());
        return new Figures("checkout")
                .with("per_second", took.latencies().length / (took.nanos() / 1e9))
                .withLatencies(took.latencies())
                .with("seconds", took.nanos() / 1e9)
                .with("rows", took.latencies().length);
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
        if (!proofs.stream().allMatch(LawProof::holds)) {
            throw new IllegalStateException("a law does not hold after the run: " + proofs);
        }
    }
}
