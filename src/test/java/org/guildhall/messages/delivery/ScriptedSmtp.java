package org.guildhall.messages.delivery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that answers as a test says: by command, with a reply, or with silence if that is empty. */
final class ScriptedSmtp implements AutoCloseable {

    private final ServerSocket socket;
    private final Map<String, String> replies;
    private final AtomicInteger accepted = new AtomicInteger();

    ScriptedSmtp(Map<String, String> replies) {
        try {
            this.socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.replies = replies;
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** How many mails it took. */
    int accepted() {
        return accepted.get();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (var client = socket.accept()) {
                talk(client);
            } catch (IOException e) {
                // The client hung up, or the test is over.
            }
        }
    }

    private void talk(Socket client) throws IOException {
        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        var out = client.getOutputStream();
        say(out, "220 ready");
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            var command = line.split("[ :]", 2)[0].toUpperCase(java.util.Locale.ROOT);
            var reply = replies.getOrDefault(command, command.equals("DATA") ? "354 go on" : "250 fine");
            if (reply.isEmpty()) {
                in.readLine();
                return;
            }
            say(out, reply);
            if (command.equals("DATA") && reply.startsWith("354")) {
                var mail = in.readLine();
                while (mail != null && !mail.equals(".")) {
                    mail = in.readLine();
                }
                var end = replies.getOrDefault(".", "250 taken");
                if (end.startsWith("2")) {
                    accepted.incrementAndGet();
                }
                say(out, end);
            }
        }
    }

    private static void say(OutputStream out, String reply) throws IOException {
        out.write((reply + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
