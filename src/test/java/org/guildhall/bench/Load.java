package org.guildhall.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** A load of some connections, one piece of work after another on each, that another process puts on the product. */
final class Load {

    private Load() {}

    /** One piece of work under a key of its own. */
    @FunctionalInterface
    interface Work {
        void once(LoadConnection connection, String key) throws IOException;
    }

    /** On how many connections how much is done before the clock starts, and while it runs. */
    record Size(int connections, int warmUp, int measured) {}

    /** How long the measured part took, and each piece of it, in nanoseconds. */
    @SuppressWarnings("ArrayRecordComponent") // read once, where it is made
    record Took(long nanos, long[] latencies) {}

    /** In the other process: {@code port bearers connections warmUp measured …}; prints what {@link #measure} reads. */
    static void put(String[] args, Work work) throws Exception {
        int port = Integer.parseInt(args[0]);
        var bearers = List.of(args[1].split(","));
        int connections = Integer.parseInt(args[2]);
        var once = Long.toHexString(ThreadLocalRandom.current().nextLong()); // no other load has used these keys
        run(new LoadPlan(port, bearers, connections, Integer.parseInt(args[3]), "warm-" + once), work);
        long start = System.nanoTime();
        var latencies = run(new LoadPlan(port, bearers, connections, Integer.parseInt(args[4]), "call-" + once), work);
        var text = new StringBuilder().append(System.nanoTime() - start).append('\n');
        for (long latency : latencies) {
            text.append(latency).append('\n');
        }
        System.out.print(text);
        System.out.flush();
    }

    private record LoadPlan(int port, List<String> bearers, int connections, int pieces, String name) {}

    private static long[] run(LoadPlan plan, Work work) throws Exception {
        var latencies = new long[plan.pieces];
        var next = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(plan.connections)) {
            var tasks = new ArrayList<Callable<Boolean>>();
            for (int i = 0; i < plan.connections; i++) {
                var bearer = plan.bearers.get(i % plan.bearers.size());
                tasks.add(() -> {
                    try (var connection = new LoadConnection(plan.port, bearer)) {
                        for (int piece = next.getAndIncrement(); piece < plan.pieces; piece = next.getAndIncrement()) {
                            long sent = System.nanoTime();
                            work.once(connection, plan.name + "-" + piece);
                            latencies[piece] = System.nanoTime() - sent;
                        }
                        return true;
                    }
                });
            }
            for (var future : threads.invokeAll(tasks)) {
                future.get();
            }
        }
        return latencies;
    }

    /** Starts the other process on {@code main}'s class and waits until it is through; the connections share the bearers. */
    static Took measure(Class<?> main, String port, List<String> bearers, Size size, String... more) throws Exception {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-cp",
                "target/test-classes",
                main.getName(),
                port,
                String.join(",", bearers),
                Integer.toString(size.connections),
                Integer.toString(size.warmUp),
                Integer.toString(size.measured)));
        command.addAll(List.of(more));
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            var first = lines.readLine();
            var latencies = lines.lines().mapToLong(Long::parseLong).toArray();
            if (process.waitFor() != 0 || first == null) {
                throw new IllegalStateException("the load ended with " + process.exitValue());
            }
            return new Took(Long.parseLong(first), latencies);
        }
    }
}
