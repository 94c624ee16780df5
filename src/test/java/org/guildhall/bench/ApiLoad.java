package org.guildhall.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The other process of {@link ApiBench}: 32 connections, one call after another on each, with as little work of its own as can
 * be. Prints how long the measured part took and then each call's time, in nanoseconds.
 */
public final class ApiLoad {

    private static final int CONNECTIONS = 32;

    private final int port;
    private final String bearer;
    private final List<String> members;

    private ApiLoad(int port, String bearer, List<String> members) {
        this.port = port;
        this.bearer = bearer;
        this.members = members;
    }

    /** Arguments: port, bearer, file of member ids, calls to warm up, calls to measure. */
    public static void main(String[] args) throws Exception {
        var load = new ApiLoad(Integer.parseInt(args[0]), args[1], Files.readAllLines(Path.of(args[2])));
        load.run(Integer.parseInt(args[3]), "warm");
        var calls = Integer.parseInt(args[4]);
        long start = System.nanoTime();
        var latencies = load.run(calls, "call");
        var text = new StringBuilder().append(System.nanoTime() - start).append('\n');
        for (long latency : latencies) {
            text.append(latency).append('\n');
        }
        System.out.print(text);
        System.out.flush();
    }

    private long[] run(int calls, String name) throws Exception {
        var latencies = new long[calls];
        var next = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            var tasks = new ArrayList<Callable<Boolean>>();
            for (int i = 0; i < CONNECTIONS; i++) {
                tasks.add(() -> work(latencies, next, name));
            }
            for (var future : threads.invokeAll(tasks)) {
                future.get();
            }
        }
        return latencies;
    }

    private boolean work(long[] latencies, AtomicInteger next, String name) throws IOException {
        boolean more = true;
        while (more) {
            more = connection(latencies, next, name);
        }
        return true;
    }

    /** Sends calls until all are sent, or until the server asks for a new connection: true then. */
    private boolean connection(long[] latencies, AtomicInteger next, String name) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port);
                var in = new BufferedInputStream(socket.getInputStream());
                var out = new BufferedOutputStream(socket.getOutputStream())) {
            socket.setTcpNoDelay(true);
            for (int i = next.getAndIncrement(); i < latencies.length; i = next.getAndIncrement()) {
                var request = request(name + "-" + i);
                long sent = System.nanoTime();
                out.write(request);
                out.flush();
                boolean last = answer(in);
                latencies[i] = System.nanoTime() - sent;
                if (last) {
                    return true;
                }
            }
        }
        return false;
    }

    private byte[] request(String key) {
        var random = ThreadLocalRandom.current();
        var body = "{\"amount\":" + random.nextInt(1, 100)
                + ",\"kind\":\"grant\",\"reason\":\"bench\",\"expiresOn\":\"2099-0" + random.nextInt(1, 10) + "-01\"}";
        return ("POST /api/members/" + members.get(random.nextInt(members.size()))
                        + "/points HTTP/1.1\r\nHost: localhost\r\n"
                        + "Authorization: Bearer " + bearer + "\r\nIdempotency-Key: " + key
                        + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Reads an answer; true if the server closes the connection after it. */
    private static boolean answer(InputStream in) throws IOException {
        var status = line(in);
        long length = -1;
        boolean last = false;
        for (var header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                length = Long.parseLong(header.substring(15).trim());
            }
            last |= header.equalsIgnoreCase("Connection: close");
        }
        var body = length >= 0 ? new String(in.readNBytes((int) length), StandardCharsets.UTF_8) : chunks(in);
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IOException(status + " " + body);
        }
        return last;
    }

    private static String chunks(InputStream in) throws IOException {
        var body = new StringBuilder();
        while (true) {
            int size = Integer.parseInt(line(in), 16);
            body.append(new String(in.readNBytes(size), StandardCharsets.UTF_8));
            line(in);
            if (size == 0) {
                return body.toString();
            }
        }
    }

    private static String line(InputStream in) throws IOException {
        var text = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the connection was closed");
            }
            if (c != '\r') {
                text.append((char) c);
            }
        }
        return text.toString();
    }
}
