package org.guildhall.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.guildhall.access.Access;
import org.guildhall.access.Appoint;
import org.guildhall.access.HireStaff;
import org.guildhall.access.OpenUnit;
import org.guildhall.access.Organisation;
import org.guildhall.access.Posts;
import org.guildhall.access.StaffDirectory;
import org.guildhall.access.UnitKind;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.UnitId;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finding members over HTTP, logged in, with data scope and masks, page and count: one- and two-character names, infixes,
 * pinyin, initials, numbers, ends of mobiles, misses. Half of the questions come from a store that sees a fiftieth of the
 * members. The rival ({@link SearchRival}) asks the usual ILIKE question on a trigram index, without HTTP.
 */
final class SearchBench implements Bench.Measurement {

    private static final int MEMBERS = Integer.getInteger("guildhall.bench.rows", 1_000_000);
    private static final int WARM_UP = 300;
    private static final int QUESTIONS = Integer.getInteger("guildhall.bench.questions", 1_500);
    private static final int STORES = 50;
    private static final String PASSWORD = "the-guild-Opens-8";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public String name() {
        return "search";
    }

    @Override
    public Figures run() throws Exception {
        try (var server = new BenchDatabase()) {
            var database = server.create("search");
            var data = Files.createTempDirectory(Path.of("target"), "bench-data-");
            try (var application = BenchApplication.start(database, server, data)) {
                var stores = open(application);
                SearchPeople.load(database, MEMBERS, stores);
                var figures = measure(application);
                System.err.println(figures.text());
                var rival = new SearchRival(database, stores.getFirst()).best();
                figures.with("ratio", figures.perSecond() / rival.perSecond());
                return figures.with("rival", rival.text()).withMemory();
            }
        }
    }

    private static List<UnitId> open(ConfigurableApplicationContext application) {
        var organisation = application.getBean(Organisation.class);
        var today = application.getBean(BusinessTime.class).today();
        return application.getBean(Access.class).runAs(new Actor.Machine("bench"), () -> {
            var company = organisation
                    .byCode("HQ")
                    .map(unit -> unit.id())
                    .orElseGet(() -> organisation
                            .open(new OpenUnit(UnitKind.COMPANY, "HQ", "HQ", null, today))
                            .id());
            var stores = new ArrayList<UnitId>();
            for (int i = 0; i < STORES; i++) {
                var code = "S" + i;
                stores.add(organisation
                        .open(new OpenUnit(UnitKind.STORE, code, code, company, today))
                        .id());
            }
            hire(application, "svc", company, today);
            hire(application, "store", stores.getFirst(), today);
            return stores;
        });
    }

    private static void hire(ConfigurableApplicationContext application, String post, UnitId unit, LocalDate today) {
        var id = application.getBean(Posts.class).byCode(post).orElseThrow().id();
        var appointments = List.of(new Appoint(id, unit, today, null));
        application
                .getBean(StaffDirectory.class)
                .hire(new HireStaff("bench-" + post, post, null, today, appointments), PASSWORD);
    }

    private static Figures measure(ConfigurableApplicationContext application) throws Exception {
        var port = application.getEnvironment().getProperty("local.server.port");
        var base = URI.create("http://127.0.0.1:" + port);
        var clients = List.of(logIn(base, "bench-svc"), logIn(base, "bench-store"));
        var random = new Random(7);
        for (int i = 0; i < WARM_UP; i++) {
            ask(clients.get(i % 2), base, SearchPeople.question(random));
        }
        var latencies = new long[QUESTIONS];
        long start = System.nanoTime();
        for (int i = 0; i < QUESTIONS; i++) {
            long sent = System.nanoTime();
            ask(clients.get(i % 2), base, SearchPeople.question(random));
            latencies[i] = System.nanoTime() - sent;
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Figures("search")
                .with("per_second", QUESTIONS / seconds)
                .withLatencies(latencies)
                .with("seconds", seconds)
                .with("rows", MEMBERS);
    }

    private static HttpClient logIn(URI base, String username) throws IOException, InterruptedException {
        var cookies = new CookieManager();
        var client = HttpClient.newBuilder().cookieHandler(cookies).build();
        client.send(HttpRequest.newBuilder(base.resolve("/api/session")).build(), BodyHandlers.discarding());
        var body = JSON.writeValueAsString(Map.of("username", username, "password", PASSWORD));
        var request = HttpRequest.newBuilder(base.resolve("/api/session"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .forEach(cookie -> request.header("X-XSRF-TOKEN", cookie.getValue()));
        var answer = client.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("log-in: " + answer.statusCode() + " " + answer.body());
        }
        return client;
    }

    private static void ask(HttpClient client, URI base, String text) throws IOException, InterruptedException {
        var path = "/api/members?limit=50&q=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
        var answer = client.send(HttpRequest.newBuilder(base.resolve(path)).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(text + ": " + answer.statusCode() + " " + answer.body());
        }
    }

    /** The id of a generated member; sorts by its number. */
    static UUID id(int n) {
        return new UUID(0x0190000000007000L | ((long) n << 16), 0x8000000000000000L | n);
    }
}
