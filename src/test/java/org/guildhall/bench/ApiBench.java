package org.guildhall.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.guildhall.access.Access;
import org.guildhall.access.ApiKeys;
import org.guildhall.access.CreateApiKey;
import org.guildhall.kernel.Actor;
import org.guildhall.ledger.LawProof;
import org.guildhall.ledger.Ledger;
import org.guildhall.ledger.LedgerPermissions;
import org.guildhall.members.MemberKind;
import org.guildhall.members.MemberProfile;
import org.guildhall.members.Members;
import org.guildhall.members.RegisterMember;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * One change of points for each HTTP call, over two thousand members, authenticated by an API key and audited, sent through 32
 * connections by another process ({@link ApiLoad}); the laws are proven afterwards.
 */
final class ApiBench implements Bench.Measurement {

    private static final int CALLS = Integer.getInteger("guildhall.bench.rows", 60_000);
    private static final int CONNECTIONS = 32;
    private static final int WARM_UP = Integer.getInteger("guildhall.bench.warmup", 200_000);
    private static final int MEMBERS = 2_000;
    private static final double PEER_PER_SECOND = 318;

    @Override
    public String name() {
        return "api";
    }

    @Override
    public Figures run() throws Exception {
        try (var server = new BenchDatabase()) {
            var database = server.create("api");
            var data = Files.createTempDirectory(Path.of("target"), "bench-data-");
            try (var application = BenchApplication.start(database, server, data)) {
                var figures = load(application, data);
                prove(application);
                return figures.withMemory();
            }
        }
    }

    private static Figures load(ConfigurableApplicationContext application, Path data) throws Exception {
        var members = data.resolve("members.txt");
        var access = application.getBean(Access.class);
        Files.write(members, access.runAs(new Actor.Machine("bench"), () -> register(application)));
        var bearer = access.runAs(
                new Actor.Machine("bench"),
                () -> application
                        .getBean(ApiKeys.class)
                        .create(new CreateApiKey(
                                "bench", List.of(LedgerPermissions.ADJUST), null, 100_000, 100_000, null))
                        .bearer());
        var took = Load.measure(
                ApiLoad.class,
                application.getEnvironment().getProperty("local.server.port", ""),
                List.of(bearer),
                new Load.Size(CONNECTIONS, WARM_UP, CALLS),
                members.toString());
        double perSecond = took.latencies().length / (took.nanos() / 1e9);
        return new Figures("api")
                .with("per_second", perSecond)
                .withLatencies(took.latencies())
                .with("seconds", took.nanos() / 1e9)
                .with("rows", took.latencies().length)
                .with("ratio", perSecond / PEER_PER_SECOND)
                .with("rival", "the strongest Java peer on two such cores: 318/s, p99 373 ms, as published");
    }

    private static List<String> register(ConfigurableApplicationContext application) {
        var members = application.getBean(Members.class);
        var ids = new ArrayList<String>();
        for (int i = 0; i < MEMBERS; i++) {
            ids.add(members.register(new RegisterMember(
                            MemberKind.PERSON, null, MemberProfile.EMPTY, null, null, null, null, null, null, null))
                    .member()
                    .id()
                    .toString());
        }
        return ids;
    }

    private static void prove(ConfigurableApplicationContext application) {
        var ledger = application.getBean(Ledger.class);
        var proofs = application.getBean(Access.class).runAs(new Actor.Machine("bench"), () -> ledger.prove());
        if (!proofs.stream().allMatch(LawProof::holds)) {
            throw new IllegalStateException("a law does not hold after the run: " + proofs);
        }
    }
}
