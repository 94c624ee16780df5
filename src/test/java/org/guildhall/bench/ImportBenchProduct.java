package org.guildhall.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Properties;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.guildhall.GuildhallApplication;
import org.guildhall.access.Access;
import org.guildhall.intake.ImportKind;
import org.guildhall.intake.ImportSettings;
import org.guildhall.intake.ImportState;
import org.guildhall.intake.ImportView;
import org.guildhall.intake.Imports;
import org.guildhall.intake.PrepareImport;
import org.guildhall.kernel.Actor;
import org.guildhall.members.Batch;
import org.guildhall.members.MemberKind;
import org.guildhall.members.MemberProfile;
import org.guildhall.members.Members;
import org.guildhall.members.RegisterMember;
import org.guildhall.platform.JobView;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** The product as measured: members are there, the file is there; the clock runs from the upload to the last point. */
public final class ImportBenchProduct {

    private static final int PURCHASES_A_MEMBER = 10;

    /** A server that has been running has imported before; these are of other members and of a till of their own. */
    private static final int WARM_UP_PART = 10;

    private static final Actor MACHINE = new Actor.Machine("bench");
    private static final String[] CATEGORIES = {"tea", "rice", "fruit", "wine", "care", "toys", "books", "home"};

    private ImportBenchProduct() {}

    /** Arguments: a folder, how many purchases. */
    public static void main(String[] args) throws Exception {
        var folder = Path.of(args[0]);
        int purchases = Integer.parseInt(args[1]);
        try (var context = new SpringApplication(GuildhallApplication.class)
                .run(
                        "--guildhall.demo=false",
                        "--guildhall.data=" + folder.resolve("data"),
                        "--server.port=0",
                        "--spring.main.banner-mode=off")) {
            int members = purchases / PURCHASES_A_MEMBER;
            enter(context, members + members / WARM_UP_PART);
            measure(context, file(folder, "warm-up", purchases / WARM_UP_PART, members));
            var file = file(folder, "bench", purchases, 0);
            double seconds = measure(context, file);
            var rival = new CopyRival(context, folder);
            double copySeconds = rival.bestSeconds();
            write(folder, purchases, seconds, copySeconds);
        }
        System.exit(0);
    }

    private static void enter(ConfigurableApplicationContext context, int count) {
        var members = context.getBean(Members.class);
        var transaction = context.getBean(TransactionTemplate.class);
        var batch = new Batch(UUID.randomUUID(), "bench");
        long start = System.nanoTime();
        for (int from = 0; from < count; from += 2000) {
            var rows = IntStream.range(from, Math.min(count, from + 2000))
                    .mapToObj(ImportBenchProduct::member)
                    .toList();
            context.getBean(Access.class)
                    .runAs(
                            MACHINE,
                            () -> Objects.requireNonNull(
                                    transaction.execute(status -> members.registerAll(rows, batch))));
        }
        say("members entered", start);
    }

    private static RegisterMember member(int i) {
        return new RegisterMember(
                MemberKind.PERSON,
                "B" + (1_000_000 + i),
                MemberProfile.of("会员" + i, null),
                null,
                LocalDate.of(2022, 1, 1),
                null,
                null,
                null,
                null,
                null);
    }

    /** A till's export: in order of time, buyers at random. */
    private static Path file(Path folder, String till, int purchases, int firstMember) throws IOException {
        var file = folder.resolve(till + ".csv");
        var random = new Random(1);
        var start = LocalDateTime.of(2023, 1, 1, 9, 0);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("会员号,单号,时间,商品,类别,数量,金额,支付方式\n");
            for (int i = 0; i < purchases; i++) {
                var at = start.plusSeconds((long) i * 1000L * 86_400L / purchases)
                        .truncatedTo(ChronoUnit.SECONDS);
                out.append("B")
                        .append(String.valueOf(
                                1_000_000 + firstMember + random.nextInt(purchases / PURCHASES_A_MEMBER)));
                out.append(",T").append(String.valueOf(i)).append(',');
                out.append(at.toLocalDate().toString()).append(' ');
                out.append("%02d:%02d:%02d".formatted(at.getHour(), at.getMinute(), at.getSecond()));
                out.append(",P").append(String.valueOf(random.nextInt(5000)));
                out.append(',').append(CATEGORIES[random.nextInt(CATEGORIES.length)]);
                out.append(",1,").append(String.valueOf(random.nextInt(500))).append(".50,card\n");
            }
        }
        return file;
    }

    private static String till(Path file) {
        return file.getFileName().toString().replace(".csv", "");
    }

    private static double measure(ConfigurableApplicationContext context, Path file) {
        var imports = context.getBean(Imports.class);
        long start = System.nanoTime();
        var view = context.getBean(Access.class).runAs(MACHINE, () -> {
            try {
                var upload =
                        imports.upload(file.getFileName().toString(), Files.newInputStream(file), ImportKind.PURCHASES);
                var mapping = Objects.requireNonNull(upload.profile()).mapping();
                var settings = ImportSettings.standard(till(file));
                imports.prepare(upload.id(), new PrepareImport(ImportKind.PURCHASES, null, mapping, settings));
                imports.start(upload.id());
                return await(imports, upload);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        double seconds = (System.nanoTime() - start) / 1e9;
        say("imported " + view.report(), start);
        return seconds;
    }

    private static ImportView await(Imports imports, ImportView upload) {
        var seen = new ArrayList<Long>();
        while (true) {
            var view = imports.get(upload.id());
            var job = Objects.requireNonNull(view.job());
            if (view.state() == ImportState.IMPORTED) {
                return view;
            }
            if (job.state() == JobView.State.FAILED) {
                throw new IllegalStateException("the import failed: " + job.failure());
            }
            if (seen.isEmpty() || seen.getLast() != job.done()) {
                seen.add(job.done());
                System.err.println("  " + job.done() + " of " + job.total());
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(250);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void write(Path folder, int purchases, double seconds, double copySeconds) throws IOException {
        var figures = new Properties();
        figures.setProperty("seconds", String.valueOf(seconds));
        figures.setProperty("rows", String.valueOf(purchases));
        figures.setProperty("per_second", String.valueOf(purchases / seconds));
        figures.setProperty("ratio", String.valueOf(copySeconds / seconds));
        figures.setProperty("rss_mib", String.valueOf(peakMebibytes()));
        figures.setProperty("rival", "COPY of the same purchases and lines, %.1f s".formatted(copySeconds));
        try (var out = Files.newBufferedWriter(folder.resolve("figures.properties"))) {
            figures.store(out, null);
        }
    }

    private static double peakMebibytes() throws IOException {
        try (var lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .sum()
                    / 1024.0;
        }
    }

    static void say(String what, long start) {
        System.err.printf("  %s after %.1f s%n", what, (System.nanoTime() - start) / 1e9);
    }
}
