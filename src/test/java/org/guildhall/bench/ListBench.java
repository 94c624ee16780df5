package org.guildhall.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.guildhall.access.Access;
import org.guildhall.access.ApiKeys;
import org.guildhall.access.CreateApiKey;
import org.guildhall.access.OpenUnit;
import org.guildhall.access.Organisation;
import org.guildhall.access.UnitKind;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.UnitId;
import org.guildhall.members.MemberPermissions;
import org.guildhall.platform.CopyWriter;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/**
 * Pages of the member list by points, over HTTP with data scope, masks, the column's values and (on first pages) the count: first
 * pages and those behind them, upwards and downwards, half of them for a store that sees a fiftieth of the members.
 */
final class ListBench implements Bench.Measurement {

    private static final int MEMBERS = Integer.getInteger("guildhall.bench.rows", 100_000);
    private static final int WARM_UP = 40;
    private static final int PAGES = Integer.getInteger("guildhall.bench.questions", 200);
    private static final int STORES = 50;

    /** Of so many members one has no account. */
    private static final int WITHOUT_ACCOUNT = 5;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();

    @Override
    public String name() {
        return "lists";
    }

    @Override
    public Figures run() throws Exception {
        try (var server = new BenchDatabase()) {
            var database = server.create("lists");
            var data = Files.createTempDirectory(Path.of("target"), "bench-data-");
            try (var application = BenchApplication.start(database, server, data)) {
                var access = application.getBean(Access.class);
                var stores = access.runAs(new Actor.Machine("bench"), () -> open(application));
                SearchPeople.load(database, MEMBERS, stores);
                give(database);
                return measure(application, stores.getFirst()).withMemory();
            }
        }
    }

    private static List<UnitId> open(ConfigurableApplicationContext application) {
        var organisation = application.getBean(Organisation.class);
        var company = organisation.byCode("HQ").orElseThrow().id();
        var since = LocalDate.of(2020, 1, 1);
        var stores = new ArrayList<UnitId>();
        for (int i = 0; i < STORES; i++) {
            var store = new OpenUnit(UnitKind.STORE, "S" + i, "S" + i, company, since);
            stores.add(organisation.open(store).id());
        }
        return stores;
    }

    private static void give(PGSimpleDataSource database) throws SQLException {
        var random = new Random(3);
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            CopyWriter.copy(
                    DSL.using(connection, SQLDialect.POSTGRES), "ledger.account (member_id, asset, balance)", out -> {
                        for (int n = 0; n < MEMBERS; n++) {
                            if (n % WITHOUT_ACCOUNT != 0) {
                                out.add(SearchBench.id(n))
                                        .add("points")
                                        .add(random.nextInt(100_000))
                                        .endRow();
                            }
                        }
                    });
            connection.commit();
            connection.setAutoCommit(true);
            try (var statement = connection.createStatement()) {
                statement.execute("vacuum (analyze) ledger.account");
            }
        }
    }

    private Figures measure(ConfigurableApplicationContext application, UnitId store) throws Exception {
        var search = URI.create("http://127.0.0.1:"
                + application.getEnvironment().getProperty("local.server.port") + "/api/members/search");
        var keys = List.of(key(application, null), key(application, store));
        read(search, keys, WARM_UP);
        var latencies = read(search, keys, PAGES);
        return new Figures("lists")
                .withLatencies(latencies)
                .with("pages", PAGES)
                .with("rows", MEMBERS);
    }

    private static String key(ConfigurableApplicationContext application, @Nullable UnitId unit) {
        var command = new CreateApiKey("bench", List.of(MemberPermissions.READ), unit, 100_000, 100_000, null);
        return application
                .getBean(Access.class)
                .runAs(
                        new Actor.Machine("bench"),
                        () -> application.getBean(ApiKeys.class).create(command).bearer());
    }

    /** Every fifth page is a first one; the others follow the one before of the same key and direction. */
    private long[] read(URI search, List<String> keys, int pages) throws IOException, InterruptedException {
        var nanos = new long[pages];
        var cursors = new HashMap<Integer, String>();
        for (int i = 0; i < pages; i++) {
            int list = i % 4;
            var query = new HashMap<String, Object>(Map.of(
                    "sort",
                    list < 2 ? "-loyalty.points" : "loyalty.points",
                    "columns",
                    List.of("loyalty.points"),
                    "limit",
                    50));
            var cursor = i / 4 % 5 == 0 ? null : cursors.get(list);
            if (cursor != null) {
                query.put("cursor", cursor);
            }
            var request = HttpRequest.newBuilder(search)
                    .header("Authorization", "Bearer " + keys.get(i % 2))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(JSON.writeValueAsString(query)))
                    .build();
            long sent = System.nanoTime();
            var answer = http.send(request, BodyHandlers.ofString());
            nanos[i] = System.nanoTime() - sent;
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
            cursors.put(list, JSON.readTree(answer.body()).path("next").asString(""));
        }
        return nanos;
    }
}
