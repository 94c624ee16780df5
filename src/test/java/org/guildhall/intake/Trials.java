package org.guildhall.intake;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** The trial files, if the property {@code guildhall.trials} names a directory that has them. */
final class Trials {

    private Trials() {}

    static Optional<byte[]> find(String file) {
        var path = Path.of(System.getProperty("guildhall.trials", "")).resolve(file);
        try {
            return Files.isRegularFile(path) ? Optional.of(Files.readAllBytes(path)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of a text, unpacked if need be, without its byte order mark. */
    static List<String> lines(byte[] content) {
        boolean packed = content.length > 2 && content[0] == 0x1f;
        try (var in = new ByteArrayInputStream(content);
                var bytes = packed ? new GZIPInputStream(in) : in;
                var reader = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            return reader.lines().map(line -> line.replace("\ufeff", "")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
