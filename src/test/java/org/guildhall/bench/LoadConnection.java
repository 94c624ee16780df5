package org.guildhall.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One connection of a load: sends calls and reads their answers, with as little work of its own as can be. */
final class LoadConnection implements AutoCloseable {

    private final int port;
    private final String bearer;
    private @Nullable Line line;

    LoadConnection(int port, String bearer) {
        this.port = port;
        this.bearer = bearer;
    }

    /** An answer that says anything but 200. */
    static final class Refused extends IOException {

        private static final long serialVersionUID = 1L;

        Refused(String answer) {
            super(answer);
        }

        boolean says(String code) {
            return String.valueOf(getMessage()).contains("\"code\":\"" + code + "\"");
        }
    }

    private record Line(Socket socket, InputStream in, OutputStream out) {}

    /** Posts JSON, under a key if there is one; gives the body of an answer that says 200, fails on any other. */
    String post(String path, @Nullable String key, String body) throws IOException {
        var to = line == null ? connect() : line;
        line = to;
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        to.out.write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + bearer
                        + (key == null ? "" : "\r\nIdempotency-Key: " + key)
                        + "\r\nContent-Type: application/json\r\nContent-Length: " + bytes.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        to.out.write(bytes);
        to.out.flush();
        return answer(to.in);
    }

    private Line connect() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        return new Line(
                socket,
                new BufferedInputStream(socket.getInputStream()),
                new BufferedOutputStream(socket.getOutputStream()));
    }

    private String answer(InputStream in) throws IOException {
        var status = text(in);
        long length = -1;
        boolean last = false;
        for (var header = text(in); !header.isEmpty(); header = text(in)) {
            if (header.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                length = Long.parseLong(header.substring(15).trim());
            }
            last |= header.equalsIgnoreCase("Connection: close");
        }
        var body = length >= 0 ? new String(in.readNBytes((int) length), StandardCharsets.UTF_8) : chunks(in);
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new Refused(status + " " + body);
        }
        if (last) {
            close();
        }
        return body;
    }

    private static String chunks(InputStream in) throws IOException {
        var body = new StringBuilder();
        while (true) {
            int size = Integer.parseInt(text(in), 16);
            body.append(new String(in.readNBytes(size), StandardCharsets.UTF_8));
            text(in);
            if (size == 0) {
                return body.toString();
            }
        }
    }

    private static String text(InputStream in) throws IOException {
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

    @Override
    public void close() throws IOException {
        if (line != null) {
            line.socket.close();
            line = null;
        }
    }
}
