package org.guildhall.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What was measured, by name, in the order it is to be read. */
public final class Figures {

    private final Map<String, Object> values = new LinkedHashMap<>();

    /** Figures of a measurement. */
    public Figures(String bench) {
        values.put("bench", bench);
    }

    /** Adds a number, rounded to two decimals. */
    public Figures with(String name, double value) {
        values.put(name, Math.round(value * 100) / 100.0);
        return this;
    }

    /** Adds a text. */
    public Figures with(String name, String value) {
        values.put(name, value);
        return this;
    }

    /** Adds the median, 95th and 99th percentile of latencies in nanoseconds; sorts the array. */
    public Figures withLatencies(long[] nanos) {
        Arrays.sort(nanos);
        return with("p50_ms", at(nanos, 50)).with("p95_ms", at(nanos, 95)).with("p99_ms", at(nanos, 99));
    }

    /** Adds the resident memory of this process. */
    public Figures withMemory() {
        try (var lines = Files.lines(Path.of("/proc/self/status"))) {
            lines.filter(line -> line.startsWith("VmRSS"))
                    .findFirst()
                    .ifPresent(line -> with("rss_mib", Long.parseLong(line.replaceAll("\\D", "")) / 1024.0));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The value of a percentile of a sorted array of nanoseconds, in milliseconds. */
    public static double at(long[] sorted, int percent) {
        return sorted.length == 0 ? 0 : sorted[(int) ((sorted.length - 1L) * percent / 100)] / 1e6;
    }

    /** The figure {@code per_second}. */
    public double perSecond() {
        return values.get("per_second") instanceof Double number ? number : 0;
    }

    String json() {
        return values.entrySet().stream()
                .map(entry -> "\"" + entry.getKey() + "\":" + json(entry.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    String text() {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining("\n"));
    }

    private static String json(Object value) {
        if (value instanceof Double number) {
            return number == Math.rint(number)
                    ? String.format(Locale.ROOT, "%.0f", number)
                    : String.format(Locale.ROOT, "%s", number);
        }
        return "\"" + value.toString().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
