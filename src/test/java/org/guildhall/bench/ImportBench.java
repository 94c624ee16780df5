package org.guildhall.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/**
 * A million purchases of a hundred thousand members, from a CSV file to points and tiers, by the whole product in a process
 * of its own with little memory; its rival is a bare COPY of the same purchases and lines into tables with the same
 * constraints and indexes on the same server.
 */
final class ImportBench implements Bench.Measurement {

    private static final String HEAP = "-Xmx560m";

    @Override
    public String name() {
        return "import";
    }

    @Override
    public Figures run() throws Exception {
        var folder = Files.createTempDirectory(Path.of("target"), "bench-import-");
        try {
            var command = List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    HEAP,
                    "-XX:+UseParallelGC",
                    "-XX:NewRatio=1",
                    "--enable-native-access=ALL-UNNAMED",
                    "-cp",
                    System.getProperty("java.class.path"),
                    ImportBenchProduct.class.getName(),
                    folder.toString(),
                    System.getProperty("guildhall.bench.purchases", "1000000"));
            int exit = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new IllegalStateException("the measured process ended with " + exit);
            }
            return figures(folder.resolve("figures.properties"));
        } finally {
            Folders.remove(folder);
        }
    }

    private static Figures figures(Path file) throws Exception {
        var read = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            read.load(in);
        }
        var figures = new Figures("import");
        for (var name : List.of("seconds", "rows", "per_second", "ratio", "rss_mib")) {
            figures.with(name, Double.parseDouble(read.getProperty(name)));
        }
        return figures.with("rival", read.getProperty("rival"));
    }
}
