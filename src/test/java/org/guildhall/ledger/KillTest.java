package org.guildhall.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.guildhall.testing.TestDatabase;
import org.junit.jupiter.api.Test;

class KillTest {

    private static final int ENOUGH = 2_000;

    @Test
    void no_acknowledged_posting_is_lost_and_none_is_doubled_when_the_process_is_killed() throws Exception {
        var database = TestDatabase.fresh();
        var acknowledged = new HashSet<Integer>();
        acknowledged.addAll(postUntilKilled(database, 0));
        int next = acknowledged.stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
        // The second process sends again what the first may or may not have booked, and then more.
        acknowledged.addAll(postUntilKilled(database, Math.max(0, next - 300)));

        try (var world =
                new LedgerWorld(database.url(), database.user(), database.password(), Clock.systemUTC(), Map.of())) {
            var booked = new HashSet<>(world.sql()
                    .resultQuery("select posting_id from ledger.posting")
                    .fetch(0, java.util.UUID.class));
            assertThat(acknowledged).hasSizeGreaterThan(ENOUGH);
            assertThat(acknowledged)
                    .allMatch(number ->
                            booked.contains(KilledPoster.posting(number).id()));
            long balances = world.sql()
                    .fetchSingle("select sum(balance)::bigint from ledger.account")
                    .get(0, Long.class);
            assertThat(balances).isEqualTo(booked.size());
            assertThat(world.as(() -> world.ledger().prove())).allMatch(LawProof::holds);
        }
    }

    private static Set<Integer> postUntilKilled(TestDatabase.Database database, int from) throws IOException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledPoster.class.getName(),
                        database.url(),
                        database.user(),
                        database.password(),
                        Integer.toString(from))
                .redirectErrorStream(true)
                .start();
        var acknowledged = new HashSet<Integer>();
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line;
            while ((line = lines.readLine()) != null) {
                if (line.matches("\\d+") && acknowledged.add(Integer.valueOf(line)) && acknowledged.size() == ENOUGH) {
                    // Through the handle, which leaves the stream open: what was acknowledged before the end is still
                    // to be read.
                    process.toHandle().destroyForcibly();
                }
            }
        } finally {
            process.destroyForcibly();
        }
        return acknowledged;
    }
}
