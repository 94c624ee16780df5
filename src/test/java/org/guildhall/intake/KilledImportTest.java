package org.guildhall.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.guildhall.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process is killed with half of an import stored; another one finds the job and finishes it unasked. */
class KilledImportTest {

    @TempDir
    Path folder;

    @Test
    void a_killed_import_goes_on_by_itself_and_ends_as_an_undisturbed_one() throws Exception {
        var till = TillFile.make(30_000);
        var file = Files.writeString(folder.resolve("till.csv"), till.text());
        var calm = TestDatabase.fresh();
        var stormy = TestDatabase.fresh();

        var first = product(stormy, "stormy", file);
        killAfter(first, stormy, 2);
        long stored = batches(stormy);
        var kept = rows(stormy, DONE);
        assertThat(state(stormy)).isEqualTo("IMPORTING");
        assertThat(progress(stormy)).as("rows said to be done").isBetween(1L, 29_999L);
        var second = product(stormy, "stormy", null);
        var undisturbed = product(calm, "calm", file);
        awaitEnd(undisturbed, "calm");
        awaitEnd(second, "stormy");
        assertThat(stored).as("batches stored before the end").isBetween(2L, batches(calm) - 1);

        assertThat(state(stormy)).isEqualTo("IMPORTED");
        assertThat(rows(stormy, DONE)).as("what was stored is not done again").containsAll(kept);
        assertThat(purchases(stormy)).isEqualTo(till.purchases());
        assertThat(returns(stormy)).isEqualTo(till.returns());
        assertThat(rejectedRows(stormy)).isEqualTo(till.badRows());
        assertThat(report(stormy)).isEqualTo(report(calm));
        for (var question : QUESTIONS) {
            assertThat(rows(stormy, question)).isNotEmpty().isEqualTo(rows(calm, question));
        }
    }

    private static final String DONE =
            "select batch_no, done_at from intake.batch where run = 'IMPORT' order by batch_no";

    /** What must not tell the two companies apart: lots by expiry, accounts, programme accounts, tiers and their history. */
    private static final List<String> QUESTIONS = List.of("""
            select m.number, l.asset, l.expires_on, l.amount from ledger.lot l join members.member m using (member_id)
            order by 1, 2, 3""", """
            select m.number, a.asset, a.balance, a.held from ledger.account a join members.member m using (member_id)
            order by 1, 2""", """
            select asset, contra, balance from ledger.programme_account order by 1, 2""", """
            select m.number, s.tier, s.since, s.keep_until, s.due_on, s.growth, s.spend_minor, s.visits,
              s.last_purchase_at, s.steps
            from loyalty.standing s join members.member m using (member_id) order by 1""", """
            select m.number, t.seq, t.effective_at, t.from_tier, t.to_tier, t.reason, t.policy_version, t.withdraws
            from loyalty.tier_change t join members.member m using (member_id) order by 1, 2""");

    private Process product(TestDatabase.Database database, String name, @org.jspecify.annotations.Nullable Path file)
            throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                ImportingProcess.class.getName(),
                database.url(),
                database.user(),
                database.password(),
                folder.resolve(name).toString()));
        if (file != null) {
            command.add(file.toString());
        }
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(name)))
                .start();
    }

    private File log(String name) {
        return folder.resolve(name + ".log").toFile();
    }

    private void awaitEnd(Process process, String name) throws Exception {
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES))
                    .as("the import ends")
                    .isTrue();
            assertThat(process.exitValue())
                    .as(Files.readString(log(name).toPath()))
                    .isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    private static void killAfter(Process process, TestDatabase.Database database, int batches) throws Exception {
        long patience = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        try {
            while (batches(database) < batches) {
                assertThat(process.isAlive() && System.nanoTime() < patience)
                        .as("the import comes so far")
                        .isTrue();
                Thread.sleep(2);
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static long batches(TestDatabase.Database database) {
        return (long) rows(database, "select count(*) from intake.batch where run = 'IMPORT' and batch_no >= 0")
                .getFirst()
                .getFirst();
    }

    private static long progress(TestDatabase.Database database) {
        return ((Number) rows(database, "select done from platform.job where kind = 'intake.import'")
                        .getFirst()
                        .getFirst())
                .longValue();
    }

    private static Object state(TestDatabase.Database database) {
        return rows(database, "select state from intake.import").getFirst().getFirst();
    }

    private static Object report(TestDatabase.Database database) {
        return rows(database, "select report::text from intake.import")
                .getFirst()
                .getFirst();
    }

    private static List<List<Object>> purchases(TestDatabase.Database database) {
        return rows(database, "select number, total_minor from loyalty.purchase order by number collate \"C\"");
    }

    private static List<List<Object>> returns(TestDatabase.Database database) {
        return rows(
                database,
                "select purchase_number, amount_minor from loyalty.return order by purchase_number collate \"C\"");
    }

    private static List<List<Object>> rejectedRows(TestDatabase.Database database) {
        return rows(database, "select distinct row_number from intake.rejection where run = 'IMPORT' order by 1");
    }

    private static List<List<Object>> rows(TestDatabase.Database database, String question) {
        return database.sql()
                .fetch(question)
                .map(row -> List.of(row.intoList().stream()
                        .map(value -> value == null ? "none" : value)
                        .toArray()));
    }
}
